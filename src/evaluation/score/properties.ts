/**
 * The properties of what was found, what gold says against what was predicted: `kind` and `level` of exact mentions, `date`
 * and `country` of overlapping ones, `status`, `polarity` and `mode` of events of the right type.
 */
import type { AnnotatedEntity, Annotation, Property } from '../annotation.ts';
import type { Aligned, Alignment } from './alignment.ts';

/** A property of a record that was found. */
export interface Judged {
  readonly property: Property;
  readonly wanted: unknown;
  readonly got: unknown;
  readonly row: Aligned<{ readonly id: string }>;
}

type Entities = ReadonlyMap<string, AnnotatedEntity>;
const byId = ({ entities }: Annotation): Entities => new Map(entities.map((entity) => [entity.id, entity]));

function* ofMentions({ mentions }: Alignment, ours: Entities, theirs: Entities): Iterable<Judged> {
  for (const row of mentions) {
    const { gold, predicted, grade } = row;
    if (!gold || !predicted || grade === 'mistyped') continue;
    const [wanted, got] = [ours.get(gold.entity), theirs.get(predicted.entity)];
    if (grade === 'exact') {
      if (gold.kind) yield { property: 'kind', wanted: gold.kind, got: predicted.kind ?? got?.kind, row };
      yield { property: 'level', wanted: gold.level, got: predicted.level, row };
    }
    if (gold.type === 'date' && wanted?.value) yield { property: 'date', wanted: wanted.value, got: got?.value, row };
    if (wanted?.country) yield { property: 'country', wanted: wanted.country, got: got?.country, row };
  }
}

function* ofEvents({ events }: Alignment): Iterable<Judged> {
  for (const row of events) {
    const { gold, predicted, grade } = row;
    if (!gold || !predicted || grade === 'mistyped') continue;
    yield { property: 'status', wanted: gold.status, got: predicted.status, row };
    yield { property: 'polarity', wanted: gold.polarity, got: predicted.polarity, row };
    if (gold.mode) yield { property: 'mode', wanted: gold.mode, got: predicted.mode, row };
  }
}

/** Every property that can be judged, in the order of the alignment. */
export function judge(alignment: Alignment, gold: Annotation, predicted: Annotation): Judged[] {
  return [...ofMentions(alignment, byId(gold), byId(predicted)), ...ofEvents(alignment)];
}
