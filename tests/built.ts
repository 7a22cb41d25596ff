/** Before all tests: worker threads and processes run what is built, so what is built must not be older than the source. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
  );

export default (): void => {
  const built = at('dist/assets.json');
  if (existsSync(built) && statSync(built).mtimeMs >= newest(at('src'))) return;
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: at('.'), stdio: 'inherit' });
};
