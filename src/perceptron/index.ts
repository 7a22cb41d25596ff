/** Small linear models: features are integers, weights are integers, files are small. See `trainer.ts` for how to make one. */
export { Clusters, clustersOf } from './clusters.ts';
export {
  type ModelFile,
  type ModelHeader,
  packNumbers,
  packStrings,
  readModel,
  unpackNumbers,
  unpackStrings,
  writeModel,
} from './file.ts';
export { deep, feature1, feature2, feature3, hashString, key, mix1, mix2, salt, seeded, spread } from './hash.ts';
export { HashTable } from './hashTable.ts';
export type { LinearModel } from './model.ts';
export { type PackOptions, packWeights, unpackGroups, unpackParts, unpackWeights } from './pack.ts';
export { Random } from './random.ts';
export { type GroupedModel, groupsOf, NARROW } from './rowModel.ts';
export { ShortcutLearner, type ShortcutOptions, Shortcuts } from './shortcuts.ts';
export { argmax, chooseFeatures, meanOf, Trainer, type TrainerOptions, type Weights } from './trainer.ts';
export { WordNumbers } from './wordNumbers.ts';
export { CAPITALS, type WordColumns, wordColumns, wordColumnsOf } from './words.ts';
