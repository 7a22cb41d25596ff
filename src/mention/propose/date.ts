import { uniform } from '../../document/uniform.ts';
import type { Proposer } from '../proposal.ts';
import { headIn } from '../proposal.ts';

/** Every temporal expression is a mention: "On [date Tuesday] …", "for [date six months]". */
export const proposeDates: Proposer = (layers) =>
  layers.timexes.map((t, i) =>
    uniform({
      first: t.first,
      last: t.last,
      head: headIn(layers, t.first, t.last),
      start: t.start,
      end: t.end,
      type: 'date',
      kind: t.type.toLowerCase(),
      level: t.named ? 'name' : 'nominal',
      rule: `date/${t.rule}`,
      timex: i,
    }),
  );
