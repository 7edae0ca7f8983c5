import { createWriteStream, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { lockDataDir, lockedSentence } from '../server/lock';
import { readEnv } from '../src/lib/domain/env';
import type { Env } from '../src/lib/domain/env';
import { accept, texts, verify } from '../src/lib/server/audit';
import { close, open } from '../src/lib/server/db/open';
import type { Db } from '../src/lib/server/db/open';
import * as en from '../src/lib/words/en/audit';
import * as zh from '../src/lib/words/zh/audit';

type Say = (text: string) => void;
type Words = Pick<typeof zh, 'audit' | 'command'>;

/**
 * `npm run audit`: verifies the chain of all acts (also while the portal serves), exports it, or
 * accepts it as it stands after a restored backup.
 * @param root where `drizzle/` lies
 * @returns the exit code: 0 nothing was touched, 1 something was (or refused), 2 wrong arguments
 */
export async function main(
	argv: string[],
	{
		root = process.cwd(),
		say = (text: string) => void process.stdout.write(`${text}\n`),
		env: raw = process.env as Record<string, string | undefined>,
		now = Date.now()
	} = {}
): Promise<number> {
	const words = argv.includes('--en') ? en : zh;
	const [deed = '', ...rest] = argv.filter((arg) => arg !== '--en');
	const known = { verify: 0, export: 1, accept: 1 }[deed];
	if (known === undefined || rest.length > known || rest.some((arg) => arg.startsWith('--'))) {
		say(words.command.usage);
		return 2;
	}
	const read = readEnv(raw);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(words.command.wrong(name, problem, example));
		return 2;
	}
	const env = read.value;
	const lock = deed === 'accept' ? lockDataDir(env.dataDir, 'audit') : null;
	if (lock && !lock.ok) {
		say(lockedSentence(env.dataDir, lock));
		return 1;
	}
	const db = await open(env.databaseUrl, {
		migrations: join(root, 'drizzle'),
		token: env.databaseToken
	});
	try {
		if (deed === 'export') return await exported(db, rest[0], say);
		if (deed === 'accept') return await accepted(db, env, { why: rest[0] ?? '', now }, words, say);
		return await verified(db, env, now, words, say);
	} finally {
		close(db);
		if (lock?.ok) lock.release();
	}
}

async function verified(db: Db, env: Env, now: number, words: Words, say: Say): Promise<number> {
	const verdict = await verify(db, { dataDir: env.dataDir, now });
	const { command, audit } = words;
	say(
		command.summary(String(verdict.records), String(verdict.signed), String(verdict.checkpoints))
	);
	say(audit.chain.values(String(verdict.personal.kept), String(verdict.personal.erased)));
	if (verdict.adopted) say(audit.chain.adopted(String(verdict.adopted)));
	if (verdict.note) say(`\n${verdict.note}`);
	if (!verdict.findings.length) {
		say(command.good);
		return 0;
	}
	say(command.bad(verdict.findings.length));
	for (const finding of verdict.findings) say(`  ${audit.findings[finding.kind](finding)}`);
	return 1;
}

async function accepted(
	db: Db,
	{ dataDir, origin }: Env,
	{ why, now }: { why: string; now: number },
	{ command }: Words,
	say: Say
): Promise<number> {
	if (!why.trim()) {
		say(command.needsWhy);
		return 2;
	}
	const by = { who: null, machine: 'command', address: null, now };
	const done = await accept(db, by, { dataDir, name: `${origin.host}/audit`, why });
	say(done.ok ? command.accepted(String(done.records), done.log) : command[done.reason]);
	return done.ok ? 0 : 1;
}

/** Records without the personal values beside them: these may be handed to an auditor. */
async function exported(db: Db, file: string | undefined, say: Say): Promise<number> {
	const out = file === undefined ? null : createWriteStream(file, { mode: 0o600 });
	for await (const line of texts(db))
		if (!out) say(line);
		else if (!out.write(`${line}\n`)) await once(out, 'drain');
	if (out) {
		out.end();
		await once(out, 'finish');
	}
	return 0;
}

const called = process.argv[1];
if (called && import.meta.url === pathToFileURL(realpathSync(called)).href)
	process.exitCode = await main(process.argv.slice(2));
