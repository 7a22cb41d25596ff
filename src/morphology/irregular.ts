/** What compromise (14.17) doesn't know. Facts of the project's own writing. */

/** Nouns whose plural is the singular: "two aircraft", "the personnel". */
export const UNCHANGED: ReadonlySet<string> = new Set(
  (
    'aircraft ammunition anthrax armour armor artillery cavalry chlorine corps craft dynamite equipment explosives ' +
    'hardware headquarters hovercraft infantry malware materiel media napalm ordnance personnel police ransomware ' +
    'sarin series shrapnel spacecraft species spyware staff watercraft weaponry'
  ).split(' '),
);

export const NOUNS: ReadonlyMap<string, string> = new Map([
  ['accomplice', 'accomplices'],
  ['dynasty', 'dynasties'],
  ['matriarch', 'matriarchs'],
  ['monarch', 'monarchs'],
  ['oligarch', 'oligarchs'],
  ['passerby', 'passersby'],
  ['patriarch', 'patriarchs'],
  ['senate', 'senates'],
]);

/** Words in "man" that are no men: "Germans", "shamans". */
export const NO_MAN: ReadonlySet<string> = new Set(
  'caiman german human norman ottoman roman shaman talisman turkoman turkman'.split(' '),
);

/** The plural stands on the noun in front of these: "attorneys general", "courts martial". */
export const ADJECTIVE_BEHIND: ReadonlySet<string> = new Set('general elect martial designate emeritus'.split(' '));
/** … unless it is an officer's rank: "major generals". */
export const OFFICER: ReadonlySet<string> = new Set('major lieutenant brigadier colonel division'.split(' '));

/** Verb → past, participle, present participle. */
export const VERBS: ReadonlyMap<string, readonly [past: string, participle: string, gerund: string]> = new Map([
  ['be', ['was', 'been', 'being']],
  ['embargo', ['embargoed', 'embargoed', 'embargoing']],
  ['forswear', ['forswore', 'forsworn', 'forswearing']],
  ['gun', ['gunned', 'gunned', 'gunning']],
  ['kidnap', ['kidnapped', 'kidnapped', 'kidnapping']],
  ['outfit', ['outfitted', 'outfitted', 'outfitting']],
  ['panic', ['panicked', 'panicked', 'panicking']],
  ['ram', ['rammed', 'rammed', 'ramming']],
  ['torpedo', ['torpedoed', 'torpedoed', 'torpedoing']],
  ['unban', ['unbanned', 'unbanned', 'unbanning']],
  ['undertake', ['undertook', 'undertaken', 'undertaking']],
]);

/** Verbs whose past tense is their base form. */
export const SAME_PAST: ReadonlySet<string> = new Set(
  'beset bet bid burst bust cast cost cut hit hurt let offset put quit read recast reset rid set shed shut slit split spread thrust undercut upset'.split(
    ' ',
  ),
);
