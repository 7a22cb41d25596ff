import { writeFile } from 'node:fs/promises';
import { unreadable } from '../evaluation/read/lines.ts';

/** @throws FormatError that names the file where it can't be written */
export async function writePage(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (error) {
    throw unreadable(path, error);
  }
}
