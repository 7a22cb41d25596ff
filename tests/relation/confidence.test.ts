import { expect, test } from 'vitest';
import { parseConfidences } from '../../src/gazetteer/confidence.ts';

test('a rule’s confidence is its smoothed precision; none is given under five firings', () => {
  const confidences = parseConfidences('rule\tright\tfired\nfights: a\t8\t10\nfights: b\t4\t4\n', 'x.tsv');
  expect([...confidences]).toEqual([['fights: a', 0.75]]);
});
