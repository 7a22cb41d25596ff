/** `sitrep train`: models from annotated data, your own mention tagger among them. */
import { MODELS, train } from '../training/train.ts';
import { defineCommand, Usage } from './command.ts';
import { oneLine } from './terminal.ts';

const HELP = `Trains a model and writes it with its card.

Usage: sitrep train MODEL [options]

MODEL is one of ${MODELS.join(', ')}, or all.

Options:
  --gold FILE    for the mention tagger: annotated articles as .jsonl (the document's own shape) or .txt (mentions in
                 brackets), sentences with names as .bio or .iob2; may be given several times
  --data FOLDER  treebanks (default ../shared/train)
  --out FOLDER   where the model is written (default src/model)
  --date DATE    the date on the card
  --everything   train on GUM's development part too
  -h, --help     print this

Examples:
  sitrep train mention --gold mine.jsonl --out models
  sitrep train all --data ../shared/train
`;

export const trainCommand = defineCommand({
  name: 'train',
  summary: 'train a model, or the mention tagger on your own annotated articles',
  help: HELP,
  options: {
    data: { type: 'string', default: '../shared/train' },
    out: { type: 'string', default: 'src/model' },
    date: { type: 'string', default: 'unknown' },
    gold: { type: 'string', multiple: true, default: [] },
    everything: { type: 'boolean', default: false },
  },
  async run({ help: _, ...options }, positionals, host) {
    const [model = ''] = positionals;
    if (positionals.length !== 1 || !(model === 'all' || MODELS.includes(model)))
      throw new Usage(`expected one of ${MODELS.join(', ')} or all, got '${positionals.join(' ')}'`);
    try {
      train({ model, ...options }, (line) => host.write(`${line}\n`));
      return 0;
    } catch (error) {
      host.complain(`sitrep train: ${oneLine((error as Error).message)}\n`);
      return 1;
    }
  },
});
