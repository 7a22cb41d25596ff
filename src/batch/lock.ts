/** A file beside the output while a run writes to it: two at once would mix their records. One that a killed run left behind holds nobody up. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** The output is being written by another run. */
export class Locked extends Error {
  override name = 'Locked';
}

/** What tells a living process from a later one of the same number; nothing where it is dead. */
async function lifeOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat) {
    // proc(5): behind the name in brackets come the state, Z for one that is dead and not yet buried, and at last the start in ticks
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  }
  if (process.platform === 'linux' || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : undefined;
  }
}

/** @returns takes the lock away @throws Locked where a living process of this machine holds it */
export async function lock(output: string): Promise<() => Promise<void>> {
  const path = `${output}.lock`;
  const [pid, life, host] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  if (host === hostname() && life === (await lifeOf(Number(pid))))
    throw new Locked(`${output}: process ${pid} is writing to it; if that is no run of sitrep, remove ${path}`);
  await writeFile(path, `${process.pid} ${(await lifeOf(process.pid)) ?? 'alive'} ${hostname()}`);
  return () => rm(path, { force: true });
}
