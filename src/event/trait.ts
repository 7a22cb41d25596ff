/** What is known of event types, a bit each: every row of the table has those of its type at hand, as they are asked for at each word. */
import { type BuiltInEventType, EVENT_MODES, type EventType } from '../document/schema.ts';

export const TRAIT = {
  /** Its weapons and vehicles are instruments wherever they stand. */
  armed: 1,
  /** Words about something else. */
  spoken: 2,
  /** Its target may be known by what it said or made; who is killed or arrested is not known by what he owns. */
  inWords: 4,
  /** Its target is another party; who is attacked or arrested stands in a slot of its own. */
  party: 8,
  /** Two sides that go together: whom they go against is no party to it ("teamed up against smugglers"). */
  together: 16,
  /** Its events are somewhere. */
  somewhere: 32,
  /** Praise and blame, for what another word names. */
  verdict: 64,
  /** What one says one will do, or not. */
  promise: 128,
  /** One verb says what another does: "met and discussed", "advising and assisting". */
  joined: 256,
  /** Words and deals, which firms have with each other as states have. */
  dealing: 512,
  /** People may go missing in it. */
  harm: 1024,
  /** The time and place at the end of the sentence are its own. */
  scene: 2048,
} as const;

const TYPES: Readonly<Record<keyof typeof TRAIT, readonly BuiltInEventType[]>> = {
  armed: ['assault', 'mobilize', 'coerce', 'threaten'],
  spoken: ['support', 'request', 'accuse', 'reject', 'threaten', 'agree', 'concede'],
  inWords: ['agree', 'support', 'concede', 'cooperate', 'request', 'accuse', 'reject', 'threaten', 'sanction'],
  party: [
    'agree',
    'consult',
    'support',
    'concede',
    'cooperate',
    'aid',
    'request',
    'accuse',
    'reject',
    'threaten',
    'sanction',
  ],
  together: ['agree', 'consult', 'concede', 'cooperate', 'aid'],
  somewhere: ['assault', 'coerce', 'protest', 'consult', 'mobilize', 'retreat', 'cooperate', 'aid'],
  verdict: ['accuse', 'support', 'reject'],
  promise: ['agree', 'threaten', 'reject'],
  joined: ['consult', 'aid', 'agree'],
  dealing: ['agree', 'consult', 'support', 'concede', 'cooperate', 'reject'],
  harm: ['assault', 'coerce'],
  scene: ['assault', 'coerce', 'protest', 'consult', 'mobilize', 'retreat'],
};

const TRAITS: ReadonlyMap<string, number> = new Map(
  Object.keys(EVENT_MODES).map((type) => {
    const own = Object.entries(TYPES).filter(([, types]) => (types as readonly string[]).includes(type));
    return [type, own.reduce((traits, [trait]) => traits | TRAIT[trait as keyof typeof TRAIT], 0)];
  }),
);
/** Of an event type, as bits; a type of one's own has none. */
export const traitsOf = (type: EventType): number => TRAITS.get(type) ?? 0;
