// Third-party packages that we ship: their inventory (a CycloneDX SBOM), licences, install scripts, signatures, known
// vulnerabilities. Exits with 0, with 1 if something is wrong, with 75 if something could not be checked; each says
// why. The SBOM is left in the file named by SBOM_FILE (default: dist/sbom.cdx.json).
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import semver from 'semver';
import satisfies from 'spdx-satisfies';

const root = join(import.meta.dirname, '..');
const read = async (file) => JSON.parse(await readFile(join(root, file), 'utf8'));
const { licences, node: promised, installScripts, flaws } = await read('.ci/supply-chain.json');
const { allowScripts } = await read('package.json');
const lock = await read('package-lock.json');
const sbomFile = process.env.SBOM_FILE ?? join(root, 'dist/sbom.cdx.json');
const PATIENCE_MS = 60_000;

const NAME = /.*node_modules\//;
/** Every package of the lock file, except this one: its name, version, and where it is used. */
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, name: entry.name ?? path.replace(NAME, ''), id: '' }))
  .map((one) => ({ ...one, id: `${one.name}@${one.version}` }));
const shipped = packages.filter(({ dev }) => !dev);

class Skip extends Error {}

/** Runs npm; returns its output, whether or not it succeeded. */
async function npm(args, cwd = root) {
  try {
    const { stdout, stderr } = await promisify(execFile)('npm', args, {
      cwd,
      maxBuffer: 64 * 1024 * 1024,
      timeout: PATIENCE_MS,
    });
    return { stdout, stderr, code: 0 };
  } catch (error) {
    if (error.killed) return { stdout: '', stderr: '', code: 'ETIMEDOUT' };
    return { stdout: error.stdout ?? '', stderr: error.stderr ?? '', code: error.code };
  }
}

/**
 * `npm sbom --omit=dev` omits packages that development uses too (npm 11.19: 103 of 242 packages), so it is run on a
 * project without development packages.
 */
async function makeSbom() {
  const folder = await mkdtemp(join(tmpdir(), 'sbom-'));
  const project = join(folder, 'treatment-navigator');
  try {
    await mkdir(project);
    const { devDependencies: _, ...manifest } = await read('package.json');
    const { devDependencies: __, ...top } = lock.packages[''];
    const kept = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
    const shippedLock = { ...lock, packages: { '': top, ...Object.fromEntries(kept) } };
    await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(project, 'package-lock.json'), JSON.stringify(shippedLock));
    const answer = await npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], project);
    if (answer.code !== 0) throw new Error(`npm sbom: ${answer.stderr.trim() || answer.code}`);
    return answer.stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inventory() {
  const text = await makeSbom();
  const sbom = JSON.parse(text);
  const version = Object.values(Spec.Version).find((one) => one === sbom.specVersion);
  const flaw = await new Validation.JsonStrictValidator(version).validate(text);
  if (flaw) throw new Error(`the SBOM is not valid CycloneDX ${sbom.specVersion}: ${JSON.stringify(flaw)}`);
  const listed = new Set(sbom.components.map((one) => `${one.name}@${one.version}`));
  const missing = shipped.filter(({ id }) => !listed.has(id));
  if (missing.length > 0)
    throw new Error(`the SBOM lacks ${missing.length} packages: ${missing.map(({ id }) => id).join(', ')}`);
  const strange = sbom.components.filter(({ hashes = [] }) => hashes.length === 0);
  if (strange.length > 0) throw new Error(`without a hash: ${strange.map(({ name }) => name).join(', ')}`);
  await mkdir(dirname(sbomFile), { recursive: true });
  await writeFile(sbomFile, text);
  return `${sbom.components.length} packages, CycloneDX ${sbom.specVersion}, in ${sbomFile}`;
}

function licencesOf() {
  const { allowed, accepted } = licences;
  const used = new Set();
  const refused = shipped.filter(({ name, license = 'none' }) => {
    const exception = accepted[name];
    if (exception !== undefined && exception.licence === license) {
      used.add(name);
      return false;
    }
    try {
      return !satisfies(license, allowed);
    } catch {
      return true; // Not an SPDX expression.
    }
  });
  if (refused.length > 0)
    throw new Error(
      `not on the list of .ci/supply-chain.json: ${refused.map(({ id, license }) => `${id} (${license})`).join(', ')}`,
    );
  refuseUnused('licences.accepted', Object.keys(accepted), used);
  return `${shipped.length} packages under ${allowed.join(', ')}; ${used.size} accepted one by one`;
}

function scripts() {
  const running = [...new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name))];
  const unknown = running.filter((name) => installScripts[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `run a script when installed, and installScripts of .ci/supply-chain.json does not say why: ${unknown.join(', ')}`,
    );
  refuseUnused('installScripts', Object.keys(installScripts), new Set(running));
  const undecided = running.filter((name) => typeof allowScripts[name] !== 'boolean');
  if (undecided.length > 0)
    throw new Error(`allowScripts of package.json allows or denies no script of: ${undecided.join(', ')}`);
  return `${running.length} packages run a script when installed, all of them accepted`;
}

/** Every package installs without a warning on the oldest versions of Node that README promises. */
function nodeVersions() {
  const refused = packages.flatMap(({ id, engines }) =>
    promised
      .filter((version) => engines?.node && !semver.satisfies(version, engines.node))
      .map((version) => `${id} (needs Node ${engines.node}, not ${version})`),
  );
  if (refused.length > 0) throw new Error(refused.join(', '));
  return `every package runs on Node ${promised.join(', ')}`;
}

function sources() {
  const strange = packages.filter(
    ({ resolved, integrity, link }) =>
      link ||
      !integrity?.startsWith('sha512-') ||
      (resolved !== undefined && !resolved.startsWith('https://')),
  );
  if (strange.length > 0)
    throw new Error(
      `without a SHA-512, or not from a registry by https: ${strange.map(({ id }) => id).join(', ')}`,
    );
  return `${packages.length} packages, each with a SHA-512`;
}

async function signatures() {
  const { stdout, stderr, code } = await npm(['audit', 'signatures', '--json', '--fetch-retries=0']);
  const answer = parsed(stdout);
  if (code === 'ETIMEDOUT') throw new Skip(`the registry did not answer in ${PATIENCE_MS / 1000} s`);
  if (!Array.isArray(answer?.invalid))
    throw new Skip(`the registry did not tell: ${firstLine(stdout, stderr)}`);
  const { invalid, missing } = answer;
  if (invalid.length > 0) throw new Error(`signed wrongly: ${invalid.map(({ name }) => name).join(', ')}`);
  return `none is signed wrongly; ${missing.length} are not signed`;
}

async function knownFlaws() {
  const { stdout, stderr, code } = await npm(['audit', '--omit=dev', '--json', '--fetch-retries=1']);
  const answer = parsed(stdout);
  if (code === 'ETIMEDOUT') throw new Skip(`the registry did not answer in ${PATIENCE_MS / 1000} s`);
  if (answer?.vulnerabilities === undefined)
    throw new Skip(`the registry did not tell: ${firstLine(stdout, stderr)}`);
  const found = new Map();
  for (const { via } of Object.values(answer.vulnerabilities))
    for (const one of via)
      if (typeof one === 'object' && ['high', 'critical'].includes(one.severity))
        found.set(one.url.split('/').at(-1), `${one.name}: ${one.title} (${one.severity}, ${one.url})`);
  const today = new Date().toISOString().slice(0, 10);
  const open = [...found].filter(([id]) => !(flaws.accepted[id]?.until >= today));
  if (open.length > 0) throw new Error(open.map(([, said]) => said).join('\n'));
  refuseUnused('flaws.accepted', Object.keys(flaws.accepted), new Set(found.keys()));
  return `no flaw of high or critical severity is known but ${found.size} that are accepted until a day`;
}

/** An accepted exception that no longer applies must not stay accepted forever. */
function refuseUnused(where, names, used) {
  const unused = names.filter((name) => !used.has(name));
  if (unused.length > 0)
    throw new Error(`${where} of .ci/supply-chain.json names what is not there: ${unused.join(', ')}`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstLine(stdout, stderr) {
  return parsed(stdout)?.message ?? stderr.split('\n').find((line) => line.includes('error')) ?? 'no answer';
}

const steps = {
  sources,
  node: nodeVersions,
  inventory,
  licences: licencesOf,
  scripts,
  signatures,
  flaws: knownFlaws,
};
const ends = { passed: 0, skipped: 0, failed: 0 };
for (const [name, step] of Object.entries(steps))
  try {
    console.log(`${name}: ${await step()}`);
    ends.passed++;
  } catch (error) {
    const end = error instanceof Skip ? 'skipped' : 'failed';
    console.log(`${end.toUpperCase()} ${name}: ${error.message}`);
    ends[end]++;
  }
console.log(`supply chain: ${ends.passed} passed, ${ends.failed} failed, ${ends.skipped} skipped`);
process.exitCode = ends.failed > 0 ? 1 : ends.skipped > 0 ? 75 : 0;
