import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { lockDataDir, lockedSentence } from '../server/lock';
import { readEnv } from '../src/lib/domain/env';
import { emailOf } from '../src/lib/domain/people/email';
import { roles, scopeKinds } from '../src/lib/domain/people/who';
import type { By, Grant } from '../src/lib/domain/people/who';
import type { Ruled } from '../src/lib/domain/refusal';
import { keep } from '../src/lib/server/audit';
import { close, open } from '../src/lib/server/db/open';
import type { Db, Tx } from '../src/lib/server/db/open';
import { write } from '../src/lib/server/db/write';
import { openKeys } from '../src/lib/server/keys';
import { everybody } from '../src/lib/server/people/everybody';
import { disable, enable, forgetFactors, invite } from '../src/lib/server/people/office';
import { byEmail } from '../src/lib/server/people/people';
import type { Person } from '../src/lib/server/people/people';
import { sendReset } from '../src/lib/server/people/reset';
import * as en from '../src/lib/words/en/admin';
import * as zh from '../src/lib/words/zh/admin';

const options = {
	role: { type: 'string' },
	name: { type: 'string', default: '' },
	town: { type: 'string' },
	place: { type: 'string' },
	organization: { type: 'string' },
	en: { type: 'boolean', default: false }
} as const;
const deeds = ['create', 'reset', 'forget-factors', 'disable', 'enable', 'list'] as const;

/**
 * `npm run admin`: the first account of a server without demonstration content, and what only somebody
 * at the machine may do when an operator is locked out. Every act is recorded as the command's.
 * @param root where `drizzle/` lies
 * @returns the exit code: 0 done, 1 refused or in use, 2 wrong arguments or settings
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
	const words = argv.includes('--en') ? en.admin : zh.admin;
	const asked = readArguments(argv);
	if (!asked) {
		say(words.usage);
		return 2;
	}
	const read = readEnv(raw);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(words.wrong(name, problem, example));
		return 2;
	}
	const env = read.value;
	const lock = asked.deed === 'list' ? null : lockDataDir(env.dataDir, 'admin');
	if (lock && !lock.ok) {
		say(lockedSentence(env.dataDir, lock));
		return 1;
	}
	openKeys(env.dataDir);
	const db = await open(env.databaseUrl, {
		migrations: join(root, 'drizzle'),
		token: env.databaseToken
	});
	// What this command records is signed like everything else; see the decision on the audit.
	const { dataDir, origin } = env;
	const keeping = lock && (await keep(db, { dataDir, name: `${origin.host}/audit` }));
	try {
		const by: By = { who: null, machine: 'admin', address: null, now };
		if (asked.deed === 'list') {
			for (const line of await everybody(db)) say(line);
			return 0;
		}
		const done = await act(db, asked, by);
		if (!done.ok) {
			for (const { field, reason } of done.refusals) say(words.refusal(field, reason));
			return 1;
		}
		say(done.value ? words.link(env.origin.origin + done.value) : words.done);
		return 0;
	} finally {
		await keeping?.stop();
		close(db);
		if (lock?.ok) lock.release();
	}
}

interface Asked {
	deed: (typeof deeds)[number];
	email: string;
	name: string;
	grant: Grant | null;
	locale: 'zh' | 'en';
}

function readArguments(argv: string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
		const deed = deeds.find((one) => one === positionals[0]);
		if (!deed || positionals.length !== (deed === 'list' ? 1 : 2)) return null;
		const role = roles.find((one) => one === values.role);
		const kind = scopeKinds.find((one) => values[one] !== undefined);
		if ((deed === 'create') !== (values.role !== undefined) || (values.role && !role)) return null;
		const grant = role ? { role, scope: kind ? { kind, id: values[kind]! } : null } : null;
		const locale = values.en ? 'en' : 'zh';
		return { deed, email: positionals[1] ?? '', name: values.name, grant, locale };
	} catch {
		return null;
	}
}

/** Does what was asked in one write; the value is the path of a link to hand on, if there is one. */
async function act(db: Db, asked: Asked, by: By): Promise<Ruled<string | null>> {
	const { deed, email, name, grant, locale } = asked;
	if (deed === 'create')
		return write(db, async (tx) => {
			const made = await invite(tx, by, { email, name, locale, grants: grant ? [grant] : [] });
			return made.ok ? { ok: true, value: made.value.link } : made;
		});
	const deeds: Record<string, (tx: Tx, person: Person) => Promise<Ruled<string | null>>> = {
		reset: async (tx, person) => ({
			ok: true,
			value: await sendReset(tx, person, person.locale, by.now)
		}),
		'forget-factors': (tx, { id }) => forgetFactors(tx, by, id),
		disable: (tx, { id }) => disable(tx, by, id),
		enable: (tx, { id }) => enable(tx, by, id)
	};
	return write(db, async (tx) => {
		const person = await byEmail(tx, emailOf(email) ?? '');
		if (!person) return { ok: false, refusals: [{ field: 'email', reason: 'unknown' }] };
		return deeds[deed]!(tx, person);
	});
}

const called = process.argv[1];
if (called && import.meta.url === pathToFileURL(realpathSync(called)).href)
	process.exitCode = await main(process.argv.slice(2));
