// Options for `config`: a stage that hangs, fills the memory or fails where a text says so.
const stages = ['tokenization', 'tagging', 'parsing', 'timex', 'mention', 'coreference', 'entity', 'relation', 'event'];
const trouble = {
  name: 'trouble',
  reads: [],
  writes: [],
  prepare:
    () =>
    ({ text }) => {
      if (text.includes('HANG')) for (;;);
      if (text.includes('FILL')) for (const held = []; ; ) held.push(new Array(1e6).fill(held.length));
      if (text.includes('FAIL')) throw new Error('out of luck');
      return {};
    },
};
export default { stages: [trouble, ...stages] };
