import type { Training } from './training.ts';

export interface CardFacts {
  readonly training: Training;
  readonly scores: readonly string[];
  readonly bytes: number;
  readonly command: string;
  /** When it was trained, as given on the command line. */
  readonly date: string;
}

/** The model card: what a file is, from which data, under which licence, how well it does, and how to make it again. */
export const card = ({ training, scores, bytes, command, date }: CardFacts): string => `# ${training.file}

- Trained: ${date}
- Command: \`npm run build && ${command} --data DATA\`
- Size: ${bytes} bytes
- Licence of the weights: CC BY-SA 4.0 (the code is MIT)
- Data:
${training.data.map((line) => `  - ${line}`).join('\n')}
- Scores:
${scores.map((line) => `  - ${line}`).join('\n')}
`;
