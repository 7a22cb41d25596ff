import { packageAssets } from './assets.ts';
import { createExtractorWith } from './extractor.ts';

export const extract = createExtractorWith(packageAssets);
export type * from './document/schema.ts';
