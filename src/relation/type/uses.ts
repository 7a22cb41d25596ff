import type { RelationTypeDefinition } from '../../document/definition.ts';
import { ACTOR } from './actor.ts';

export const uses: RelationTypeDefinition = {
  type: 'uses',
  description: 'An actor has or employs a weapon or a vehicle.',
  from: [...ACTOR, 'nationality'],
  to: ['weapon', 'vehicle'],
  rules: [
    {
      name: 'to fire, to use',
      path: '<nsubj|obl:by {@use} >obj|nsubj:pass',
      examples: [
        '[from group Militants] fired [to weapon rockets] at the base.',
        '[to weapon Missiles] were launched by the [from organization Houthis].',
      ],
    },
    {
      name: 'from a vehicle',
      path: '<nsubj {@use} >obl:from|obl:out',
      to: ['vehicle'],
      examples: ['[from group Soldiers] fired from [to vehicle helicopters].'],
    },
    {
      name: 'to board, to leave',
      path: '<nsubj {board,leave,abandon,ride,captain} >obj',
      from: ['person', 'group'],
      to: ['vehicle'],
      examples: ['The [from group sailors] abandoned the [to vehicle ship].'],
    },
    {
      name: 'to go in a vehicle',
      path: '<nsubj {VERB} >obl:in|obl:on|obl:aboard|obl:by',
      from: ['person', 'group'],
      to: ['vehicle'],
      examples: ['[from group Soldiers] drove off in [to vehicle trucks].'],
    },
    {
      name: 'list of weapons of an actor',
      path: '<inside|nmod:poss >conj',
      from: ['organization', 'group', 'place/country'],
      examples: ['They hit [weapon [from organization ISIL] mortars] and [to vehicle armored vehicles].'],
    },
    {
      name: 'users of',
      path: '{user,owner,operator} >nmod:of',
      examples: ['They are [from group users] of [to weapon chemical weapons].'],
    },
    {
      name: 'to exchange fire',
      path: '<nsubj {exchange,trade} >obj {fire} >compound',
      examples: ['[from place/country Syria] exchanged [to weapon artillery] fire with Turkey.'],
    },
    {
      name: 'with a weapon',
      path: '<nsubj|obl:by {@fight,@carry,threaten,guard,patrol,defend,respond} >obl:with|obl:using',
      examples: ['[from group Rebels] attacked the town with [to weapon mortars].'],
    },
    {
      name: 'using a weapon',
      path: '<nsubj {@fight,@carry} >obj? >advcl|acl {use} >obj',
      examples: ['The [from group rebels] attacked the base using several [to weapon mortars].'],
    },
    {
      name: 'weapon of an actor',
      path: '<inside|nmod:poss|compound',
      from: ['organization', 'group', 'place/country'],
      examples: [
        'A [to vehicle [from organization coalition] aircraft] crashed.',
        "[from organization Hezbollah]'s [to weapon drones] flew.",
      ],
    },
    {
      name: 'weapon of a nation',
      path: '<inside|amod',
      from: ['nationality'],
      to: ['weapon'],
      examples: ['An [to weapon [from nationality Israeli] missile] struck the airport.'],
    },
    {
      name: 'weapon from an actor',
      path: '<nmod:from|nmod:of',
      from: ['person', 'organization', 'group'],
      examples: ['They feared [to weapon shells] from the [from group fighters].'],
    },
    {
      name: 'use of a weapon by an actor',
      path: '<nmod:by|nmod:poss|compound {use,launch,launching,deployment,test,firing} >nmod:of',
      examples: ['The use of [to weapon chemical weapons] by the [from organization army] was proved.'],
    },
    {
      name: 'attack with a weapon, by an actor',
      path: '<nmod:by|nmod:poss|compound|amod {@fighting,fire} >compound|nmod:with',
      examples: ['[to weapon Rocket] attacks by [from organization militias] went on.'],
    },
    {
      name: 'to carry out an attack with a weapon',
      path: '<nsubj|obl:by {@carry} >obj|nsubj:pass {@fighting,fire} >compound|nmod:with',
      examples: ['The [from organization group] carried out a [to weapon mortar] attack on the town.'],
    },
    {
      name: 'people in a vehicle',
      path: '>nmod:in|nmod:on|nmod:aboard|nmod:with',
      from: ['person', 'group'],
      examples: ['[from group Men] in a [to vehicle car] opened fire.'],
    },
  ],
  counterexamples: [
    'The [from organization army] shot down the [to weapon drone].',
    '[from group Soldiers] feared the [to weapon rockets].',
    'A [to weapon bomb] killed [from group soldiers].',
    'The [from group rebels] did not fire the [to weapon missiles].',
    '[from group Villagers] found a [to weapon mine].',
    '[from person Blix] looked for [to weapon chemical weapons].',
    'The [from organization army] banned [to weapon rifles].',
    '[from organization Police] destroyed 300 [to weapon guns].',
    '[to weapon Shells] hit [from group workers].',
    'The [from person senator] opposed the [to vehicle submarines].',
    '[from organization Reuters] photographed the [to vehicle tank].',
    'The [from group monitors] counted the [to weapon warheads].',
    '[from place/country Norway] condemned the [to weapon missile] attack.',
    '[from group Doctors] feared a [to vehicle drone] above the clinic.',
    '[from person She] wrote about [to weapon cluster bombs].',
    'The [from organization council] discussed [to weapon landmines].',
    'The [from group hostages] saw the [to vehicle helicopter].',
    '[from group Divers] searched the [to vehicle wreck].',
    '[from group Tourists] photographed the [to vehicle ship].',
  ],
};
