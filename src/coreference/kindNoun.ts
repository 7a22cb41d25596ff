/** Nouns that point back to a name of their kind: "the group", "the city", "the country". */
const KIND_NOUNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    city: ['city'],
    town: ['city'],
    village: ['city'],
    capital: ['city'],
    country: ['country'],
    nation: ['country'],
    kingdom: ['country'],
    province: ['region'],
    state: ['region'],
    region: ['region', 'area'],
    district: ['region', 'area'],
    island: ['area'],
    airport: ['facility'],
    base: ['facility'],
    group: ['armed-group', 'political', 'other'],
    militia: ['armed-group'],
    movement: ['armed-group', 'political'],
    organization: ['armed-group', 'intergovernmental', 'other', 'political'],
    organisation: ['armed-group', 'intergovernmental', 'other', 'political'],
    agency: ['media', 'government', 'intergovernmental'],
    party: ['political'],
    company: ['company'],
    ministry: ['government'],
    coalition: ['military'],
    alliance: ['military', 'intergovernmental'],
    council: ['intergovernmental', 'government'],
  }),
);

export const kindsOf = (lemma: string): readonly string[] | undefined => KIND_NOUNS.get(lemma);
