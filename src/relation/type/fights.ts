import type { RelationTypeDefinition } from '../../document/definition.ts';
import { FIGHTER } from './actor.ts';

/** Not a single person, who seldom is at war. */
const SIDES = FIGHTER.filter((pattern) => pattern !== 'person');

export const fights: RelationTypeDefinition = {
  type: 'fights',
  description: 'Two actors are in armed conflict, whoever shoots first.',
  from: FIGHTER,
  to: FIGHTER.filter((pattern) => pattern !== 'group/other'),
  symmetric: true,
  rules: [
    {
      name: 'to attack',
      // the parser at times takes the object of "to defeat ISIL" for an indirect one
      path: '<nsubj|obl:by {@fight} >obj|nsubj:pass|iobj',
      from: SIDES,
      to: SIDES.filter((pattern) => pattern !== 'group/other'),
      examples: [
        '[from group/militants Rebels] attacked [to group/militants soldiers].',
        'Three [to group/militants soldiers] were killed by [from group/militants militants].',
      ],
    },
    {
      name: 'to kill a person',
      path: '<nsubj|obl:by {kill,target,assassinate,hunt,shoot} >obj|nsubj:pass',
      from: ['organization/military', 'organization/armed-group', 'group/military-personnel', 'place/country'],
      to: ['person'],
      examples: ['The [to person commander] was killed by [from group/military-personnel soldiers].'],
    },
    {
      name: 'to fight against',
      path: '<nsubj {fight,clash,fire,battle,retaliate,strike,attack,skirmish,struggle,shoot,engage,war} >obl:against|obl:with|obl:at|obl:on',
      examples: ['[from organization/armed-group Militias] clashed with the [to organization/armed-group army].'],
    },
    {
      name: 'to carry out an attack',
      path: '<nsubj|obl:by {@carry,fight,have} >obj|nsubj:pass {@fighting,fire} >nmod:@against',
      examples: ['[from place/country Turkey] launched strikes against the [to organization/armed-group militia].'],
    },
    {
      name: 'to carry out an attack, by the verb',
      path: '<nsubj|obl:by {@carry,open} >obj|nsubj:pass {@fighting,fire} <obj|nsubj:pass >obl:@against',
      examples: ['[from group/militants Police] opened fire on [to group/militants protesters].'],
    },
    {
      name: 'attack by one on the other',
      path: '<nmod:by|nmod:poss|nmod:of|nmod:from|compound|amod {@fighting} >nmod:against|nmod:on|nmod:with|nmod:at',
      examples: [
        'A rise in [from organization/armed-group militia] attacks on [to group/militants US troops] worries them.',
        "[from place/country Israel]'s war against [to organization/armed-group Hamas] goes on.",
      ],
    },
    {
      name: 'fight between',
      path: '<nmod:between {war,fight,fighting,clash,battle,conflict,hostility,skirmish,firefight,struggle,combat} >nmod:between',
      examples: [
        'They watched the fighting between [from organization/armed-group rebels] and [to organization/armed-group militias].',
      ],
    },
    {
      name: 'names of a war joined by a hyphen',
      path: '<before <compound {war,conflict} >compound',
      from: ['place/country', 'organization'],
      to: ['place/country', 'organization'],
      examples: ['He fought in the [from place/country Iran]-[to place/country Iraq] war.'],
    },
    {
      name: 'they fight',
      path: '<nsubj {fight,clash,battle,skirmish,-obj} >nsubj',
      from: SIDES,
      to: SIDES,
      examples: [
        'The [from organization/armed-group rebels] and the [to organization/military army] have clashed in the north.',
      ],
    },
    {
      name: 'clash between',
      path: '<nmod:between {clash,skirmish,scuffle,fighting,battle} >nmod:between',
      from: [...FIGHTER, 'group'],
      to: [...FIGHTER, 'group'],
      examples: ['Clashes between [from group/civilians protesters] and [to organization/military police] went on.'],
    },
    {
      name: 'joined names of a war',
      path: '<compound|inside {war,conflict} >compound|inside',
      from: ['place/country', 'organization'],
      to: ['place/country', 'organization'],
      examples: ['He fought in the [conflict [from place/country Iran]-[to place/country Iraq] war].'],
    },
    {
      name: 'anti, counter, in a compound',
      path: '>through:@anti',
      examples: ['The [from organization/military anti-[to organization/armed-group ISIL] coalition] met.'],
    },
    {
      name: 'to be engaged in a fight',
      path: '<nsubj|nsubj:pass {VERB} >obl:in {@fighting} >nmod:@against',
      from: SIDES,
      examples: ['[from group/militants Militants] took part in attacks on [to group/militants troops].'],
    },
    {
      name: 'to face an attack by',
      path: '<nsubj {face,suffer,sustain,repel,withstand,come,survive,thwart,foil} >obj|obl:under {@fighting,fire} >nmod:by|nmod:from',
      examples: ['[from group/military-personnel Troops] faced attacks by [to group/militants rebels].'],
    },
    {
      name: 'to be kept from an attack by',
      path: '<obj|nsubj:pass {protect,safeguard,defend,shield,guard,save} >obl:from|obl:against {@fighting} >nmod:by|nmod:from',
      examples: ['They protect [from group/military-personnel troops] from attacks by [to group/militants rebels].'],
    },
    {
      name: 'in the fight against',
      path: '>nmod:in {@fighting} >nmod:against',
      examples: ['They help [from place/country Iraq] in the fight against [to organization/armed-group ISIL].'],
    },
    {
      name: 'helped in the fight against',
      path: '<obj {@back,join,help} >obl:in {@fighting} >nmod:against',
      examples: ['They help [from place/country Iraq] in the fight against [to organization/armed-group ISIL].'],
    },
    {
      name: 'support for one in the fight against',
      path: '<nmod:for|nmod:of {@help} >nmod:in {@fighting} >nmod:against',
      examples: [
        'They pledged support for [from place/country Niger] in the fight against [to organization/armed-group Boko Haram].',
      ],
    },
    {
      name: 'helped to fight',
      path: '<obj|obl:by|obl:with {@back,help,urge,enable,stand} >advcl|xcomp {@fight} >obj|iobj',
      examples: ['They help [from place/country Iraq] to defeat [to organization/armed-group ISIL].'],
    },
    {
      name: 'to take ground from',
      path: '<nsubj {seize,liberate,capture,retake,recapture,clear,free,take,rid,wrest} >obl:from|obl:of',
      to: ['organization/armed-group', 'organization/military', 'group/militants', 'group/military-personnel'],
      examples: [
        'The [from group/military-personnel soldiers] took the hill from the [to group/militants insurgents].',
      ],
    },
    {
      name: 'blamed for an attack on',
      path: '<obj|nsubj:pass {blame,accuse} >obl:for|obl:of {@fighting} >nmod:@against',
      from: SIDES,
      to: SIDES,
      examples: [
        'Officials blamed [from group/militants rebels] for an attack on [to group/military-personnel troops].',
      ],
    },
    {
      name: 'attack attributed to',
      path: '<obl:to {attribute,ascribe} >obj|nsubj:pass {@fighting} >nmod:@against',
      from: SIDES,
      to: SIDES,
      examples: ['They attributed attacks on [to group/military-personnel troops] to [from group/militants rebels].'],
    },
    {
      name: 'killed in an attack by',
      path: '<nsubj:pass {@fight,die} >obl:in|obl:by|obl:during {@fighting} >nmod:by|nmod:poss|compound',
      examples: ['[from person He] was killed in a raid by [to group/military-personnel US troops].'],
    },
    {
      name: 'to attack with forces of one’s own',
      path: '<inside|compound|nmod:poss {aircraft,jet,plane,warplane,drone,helicopter,ship,boat,tank,artillery,missile,rocket} <nsubj|obl:by|nmod:by {@fight,death} >obj|nsubj:pass|nmod:of',
      examples: ['Several [from organization/military coalition] jets attacked the [to group/militants insurgents].'],
    },
    {
      name: 'possession of the enemy attacked',
      path: '<nsubj|obl:by {@fight} >obj|nsubj:pass|obl:against|obl:at|obl:on >inside|compound|nmod:poss|nmod:of',
      to: ['organization/military', 'organization/armed-group', 'group/militants', 'group/military-personnel'],
      examples: [
        'The [from organization/military coalition] destroyed several [to organization/armed-group ISIL] tanks.',
      ],
    },
    {
      name: 'possession of the enemy, under an attack carried out',
      path: '<nsubj|obl:by {@carry} >obj|nsubj:pass {@fighting} >nmod:@against >inside|compound|nmod:poss|nmod:of',
      to: ['organization/military', 'organization/armed-group', 'group/militants', 'group/military-personnel'],
      examples: [
        'The [from organization/military navy] launched attacks on several [to organization/armed-group Houthi] bases.',
      ],
    },
    {
      name: 'possession of the enemy, under attack',
      path: '<nmod:by|nmod:poss|compound|amod {@fighting} >nmod:against|nmod:on|nmod:at >inside|compound|nmod:poss|nmod:of',
      to: ['organization/military', 'organization/armed-group', 'group/militants', 'group/military-personnel'],
      examples: ['They reported [from place/country US] strikes against [to organization/armed-group Houthi] targets.'],
    },
  ],
  counterexamples: [
    '[from group/militants Rebels] attacked the town while [to group/military-personnel soldiers] watched.',
    'The [from organization/military army] praised the [to group/militants fighters].',
    '[from person Kerry] condemned the attack on the [to group/military-personnel soldiers].',
    'The [from organization/armed-group militia] did not attack the [to group/military-personnel troops].',
    '[from place/country France] met [to place/country Germany].',
    'The [from organization/military army] joined the [to organization/armed-group militia].',
    '[from organization/armed-group Hamas] thanked [to place/country Qatar].',
    '[from place/country Iran] denied an attack by the [to organization/armed-group militia].',
    '[from group/military-personnel Soldiers] trained [to group/militants fighters].',
    '[from place/country Egypt] mourned the [to group/military-personnel soldiers] killed by a storm.',
    '[from organization/government Parliament] debated the war and thanked the [to organization/military navy].',
    '[from person Lavrov] blamed [to place/country Ukraine].',
    '[from place/country Kenya] fought the drought with help from [to place/country Japan].',
    'The [from group/militants rebels] freed the [to group/military-personnel soldiers].',
    '[from place/country Brazil] beat [to place/country Chile] in the final.',
    '[from organization/military Police] protected the [to person president].',
    '[from place/country Oman] spoke with the [to organization/armed-group Houthis].',
    'The [from organization/armed-group group] released a video of the [to person pilot].',
    '[from place/country Peru] recognised [to place/country Kosovo].',
    '[from person Annan] visited the [to group/military-personnel troops].',
    'The [from organization/government cabinet] paid the [to group/military-personnel soldiers].',
    '[from place/country Serbia] signed a pact with [to place/country Croatia].',
    'The [from organization/military navy] launched a ship for the [to organization/armed-group Houthis].',
    '[from group/military-personnel Troops] faced questions from the [to organization/government ministry].',
    'They protect [from group/military-personnel troops] from disease with help from [to place/country Cuba].',
    'Talks between [from group/civilians protesters] and [to organization/military police] went on.',
    'The [to person teacher] was kidnapped by [from group/other neighbours].',
    '[from organization/armed-group Rebels] and [to organization/military soldiers] fought the flames.',
    'They pledged support for [from place/country Benin] and a visit to the [to organization/military navy].',
    'They blamed [from place/country Iran] for the failure of the talks with the [to organization/armed-group militia].',
    'They attributed the victory over the [to organization/armed-group militia] to [from place/country Chad].',
    'The [from group/nationals Kenyans] cheered the [to group/military-personnel peacekeepers].',
  ],
};
