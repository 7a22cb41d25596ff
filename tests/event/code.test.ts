/** Codes after the code books: CAMEO 1.1b3, ACLED 2023, UCDP's types of violence, ACLED's precision codes. */
import { extract } from 'sitrep';
import { expect, it } from 'vitest';

it.each([
  [
    'Rebels attacked soldiers near Mopti on Monday.',
    'assault',
    { cameo: '18', acled: 'Battles / Armed clash', ucdp: 'state-based', geo: 2 },
  ],
  [
    'Militants killed nine villagers in Maiduguri on Monday.',
    'assault',
    { acled: 'Violence against civilians / Attack', ucdp: 'one-sided', geo: 1 },
  ],
  [
    'Boko Haram attacked the Islamic State fighters in Nigeria.',
    'assault',
    { acled: 'Battles / Armed clash', ucdp: 'non-state', geo: 3 },
  ],
  ['Hackers launched a cyber attack on the ministry.', 'assault', { cameo: '17', acled: undefined, ucdp: undefined }],
  [
    'Russia invaded Georgia in 2008.',
    'assault',
    { cameo: '19', acled: 'Battles / Armed clash', ucdp: 'state-based', time: 3 },
  ],
  ['The Taliban threatened to kill the hostages.', 'assault', { cameo: '13', acled: undefined, ucdp: undefined }],
  ['North Korea may attack South Korea.', 'assault', { acled: undefined, ucdp: undefined }],
  ['France urged Mali to free the journalist.', 'request', { cameo: '02' }],
  ['France demanded that Mali free the journalist.', 'request', { cameo: '10' }],
  [
    'Rebels seized the town of Kidal.',
    'coerce',
    { acled: 'Strategic developments / Non-violent transfer of territory' },
  ],
  ['Police seized rifles and mortars in Oran.', 'coerce', { acled: 'Strategic developments / Disrupted weapons use' }],
  ['The navy seized a trawler.', 'coerce', { acled: undefined }],
  ['Prosecutors are investigating the company.', 'accuse', { cameo: '09' }],
])(
  '%s',
  (text, type, expected: {
    cameo?: string;
    acled?: string | undefined;
    ucdp?: string | undefined;
    time?: number;
    geo?: number;
  }) => {
    const event = extract(text, { date: '2024-04-24' }).events.find((e) => e.type === type);
    const { cameo, acled, ucdp, timePrecision, geoPrecision } = event?.codes ?? {};
    const codes = {
      cameo,
      acled: acled && `${acled.event} / ${acled.subEvent}`,
      ucdp,
      time: timePrecision,
      geo: geoPrecision,
    };
    expect(event).toBeDefined();
    expect(codes).toMatchObject(expected);
  },
);
