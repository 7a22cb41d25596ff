/** A file beside the output while a run writes to it: two at once would mix their records. One that a killed run left behind holds nobody up. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** The output is being written by another run. */
export class Locked extends Error {
  override name = 'Locked';
}

function isAlive(pid: number): boolean {
  // what had this number before a restart (of a container, say) is gone
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @returns takes the lock away @throws Locked where a living process of this machine holds it */
export async function lock(output: string): Promise<() => Promise<void>> {
  const path = `${output}.lock`;
  const [pid, host] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  if (host === hostname() && isAlive(Number(pid)))
    throw new Locked(`${output}: process ${pid} is writing to it; if that is no run of sitrep, remove ${path}`);
  await writeFile(path, `${process.pid} ${hostname()}`);
  return () => rm(path, { force: true });
}
