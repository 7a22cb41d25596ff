/** The Redis server of these tests: `SITREP_REDIS` names it (`.ci/run` starts one). */
export const REDIS = process.env.SITREP_REDIS;
if (!REDIS) console.warn('SITREP_REDIS is not set: the tests of sitrep/bullmq against a Redis server did not run.');
