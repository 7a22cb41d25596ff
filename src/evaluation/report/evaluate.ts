/** Gold against predicted, document by document, into one report. */
import { type AnnotatedDocument, type Annotation, PROPERTIES, type Scope } from '../annotation.ts';
import { narrowed, restrict } from '../scope.ts';
import { align } from '../score/align/index.ts';
import { type Alignment, LAYERS, type Layer } from '../score/alignment.ts';
import { noCoreference } from '../score/coreference.ts';
import { countAlignment } from '../score/count.ts';
import { addCounts, type Counts, noCounts } from '../score/counts.ts';
import { fromText, type Score, scoreOf } from '../score/index.ts';
import { type BootstrapOptions, type Intervals, intervalsOf, Units } from './bootstrap.ts';
import { rowOf } from './figures.ts';
import { type Finding, findingsOf } from './findings.ts';
import { type Confusion, Confusions, type RuleScore, Rules } from './tables.ts';

export interface EvaluationOptions {
  /** Only these layers, types, levels and properties, of what gold annotates. */
  readonly scope?: Scope;
  /** How many errors of each layer are listed; none when left out. */
  readonly errors?: number;
  /** How intervals are drawn; `false` for none. */
  readonly bootstrap?: BootstrapOptions | false;
}

export interface EvaluationReport extends Score {
  readonly documents: number;
  /** Gold documents for which nothing was predicted: they were scored as empty. */
  readonly unanswered: readonly string[];
  /** What gold annotates somewhere: figures of other layers say nothing. `entities` is coreference. */
  readonly layers: readonly (keyof Annotation)[];
  /** 95 % intervals of the headline figures, by document; empty for fewer than two documents. */
  readonly intervals: Intervals;
  readonly rules: Readonly<Record<Layer, readonly RuleScore[]>>;
  readonly confusions: Readonly<Record<Layer, readonly Confusion[]>>;
  /** The first errors of each layer. */
  readonly findings: readonly Finding[];
}

const NOTHING: Annotation = { mentions: [], entities: [], relations: [], events: [] };
const ALL: readonly (keyof Annotation)[] = ['mentions', 'entities', 'relations', 'events'];

/** One document as it was scored. */
export interface Scored {
  readonly gold: AnnotatedDocument;
  readonly predicted: Annotation;
  readonly alignment: Alignment;
}

/** Takes documents one by one and keeps counts only, so that any number of them can be evaluated. */
export class Evaluation {
  readonly #options: EvaluationOptions;
  readonly #counts = noCounts();
  readonly #rules = new Rules();
  readonly #confusions = new Confusions();
  readonly #findings: Finding[] = [];
  readonly #listed = new Map<Layer, number>();
  readonly #unanswered: string[] = [];
  readonly #layers = new Set<keyof Annotation>();
  #documents = 0;
  /** Counts by document, for the bootstrap. */
  readonly units = new Units();

  constructor(options: EvaluationOptions = {}) {
    this.#options = options;
  }

  /** @param answer what was predicted for the document; undefined where nothing was, which counts as nothing found */
  add(document: AnnotatedDocument, answer: Annotation | undefined): Scored {
    const scope = narrowed(document.scope, this.#options.scope);
    const gold = restrict(document, scope);
    const predicted = restrict(fromText(answer ?? NOTHING), scope);
    const alignment = align(gold, predicted);
    const counts = this.#inScope(countAlignment(alignment, gold, predicted), scope);
    this.#documents++;
    if (!answer) this.#unanswered.push(document.id);
    for (const layer of scope.layers ?? ALL) this.#layers.add(layer);
    addCounts(this.#counts, counts);
    this.units.add(rowOf(counts));
    this.#rules.add(alignment);
    this.#confusions.add(alignment);
    this.#list({ gold, predicted, alignment }, scope);
    return { gold, predicted, alignment };
  }

  /** Counts without what wasn't annotated. */
  #inScope(counts: Counts, { layers, properties }: Scope): Counts {
    const has = (layer: keyof Annotation): boolean => layers?.includes(layer) ?? true;
    const empty = noCounts();
    return {
      ...counts,
      ...(has('mentions') ? {} : { mentions: empty.mentions }),
      coreference: has('entities') ? counts.coreference : noCoreference(),
      properties: Object.fromEntries(
        PROPERTIES.map((name) => [
          name,
          (properties?.includes(name) ?? true) ? counts.properties[name] : empty.properties[name],
        ]),
      ) as Counts['properties'],
    };
  }

  #list({ gold, predicted, alignment }: Scored, { layers, properties }: Scope): void {
    const { errors = 0 } = this.#options;
    if (!errors || LAYERS.every((layer) => (this.#listed.get(layer) ?? 0) >= errors)) return;
    for (const finding of findingsOf(alignment, gold, predicted, properties)) {
      const listed = this.#listed.get(finding.layer) ?? 0;
      if (listed >= errors || (finding.layer === 'mentions' && layers?.includes('mentions') === false)) continue;
      this.#listed.set(finding.layer, listed + 1);
      this.#findings.push(finding);
    }
  }

  report(): EvaluationReport {
    const { bootstrap = {} } = this.#options;
    return {
      documents: this.#documents,
      unanswered: this.#unanswered,
      layers: ALL.filter((layer) => this.#layers.has(layer)),
      ...scoreOf([this.#counts]),
      intervals: bootstrap ? intervalsOf(this.units, bootstrap) : {},
      rules: this.#rules.scores(),
      confusions: this.#confusions.lists(),
      findings: [...this.#findings].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer)),
    };
  }
}
