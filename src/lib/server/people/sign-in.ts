import { eq } from 'drizzle-orm';
import { emailOf } from '$lib/domain/people/email';
import { guessing } from '$lib/domain/people/guessing';
import type { By, Who } from '$lib/domain/people/who';
import { record } from '../audit';
import { limitKey } from '../corrections-limit';
import type { Db, Reader, Tx } from '../db/open';
import { people, sessions as table } from '../db/schema';
import { write } from '../db/write';
import { knownDevice } from './devices';
import * as factors from './factors';
import { budgetsOf } from './limits';
import { Busy, fits, hash, outdated } from './passwords';
import { byEmail, byId, factorsOf, isOpen } from './people';
import * as sessions from './sessions';
import type { Issued } from './sessions';
import * as steps from './steps';

/** What a browser brings along besides what was typed. */
export interface Brought {
	/** The cookie of known devices. */
	device?: string | undefined;
	/** Id of the session the browser holds already: it ends, so that none is fixed beforehand. */
	session?: string | undefined;
	/** Browser and system in a few words. */
	agent: string | null;
}

/** How signing in went: refused (with a reason and a wait), one factor to go, or in. */
export type SignedIn =
	| { go: 'refused'; reason: 'wrong' | 'too-often' | 'busy' | 'over'; wait: number }
	| { go: 'factor'; step: string }
	| { go: 'in'; personId: string; issued: Issued };

const refused = (reason: 'wrong' | 'too-often' | 'busy' | 'over', wait = 0): SignedIn => ({
	go: 'refused',
	reason,
	wait
});

/** Nobody: what is looked up for an address that no person has. */
const NOBODY = 'unknown';

/**
 * Signs in with e-mail and password. Whether the address is known, confirmed or shut out changes
 * neither the answer nor the work done for it; only who is let in changes a budget.
 */
export async function signIn(
	db: Db,
	typed: { email: string; password: string },
	brought: Brought,
	by: By
): Promise<SignedIn> {
	const email = emailOf(typed.email) ?? '';
	const person = await byEmail(db, email);
	const id = person?.id ?? NOBODY;
	const device = knownDevice(brought.device, id);
	const place = limitKey(by.address ?? '');
	const near = await signedInFrom(db, id, place);
	const { address, accountFromAddress, account, knownDevice: own } = guessing;
	const spent = budgetsOf(db).spend(
		by.now,
		device
			? [[`device ${device} ${email}`, own]]
			: [
					[`address ${place}`, address],
					[`pair ${place} ${email}`, accountFromAddress],
					...(near ? [] : ([[`account ${email}`, account]] as const))
				]
	);
	if (!spent.ok) {
		// Once for each time a budget runs out: a crowd must not fill the record.
		if (spent.first)
			await write(db, (tx) => record(tx, by, { act: 'slow-sign-in', noun: 'people', id }));
		return refused('too-often', spent.wait);
	}
	const right = await fits(person?.passwordHash ?? null, typed.password, { stranger: true }).catch(
		(reason) => {
			if (!(reason instanceof Busy)) throw reason;
			return null;
		}
	);
	if (right === null) {
		spent.giveBack();
		return refused('busy', 5000);
	}
	if (!right || !person || !isOpen(person)) {
		await write(db, (tx) => record(tx, by, { act: 'fail-sign-in', noun: 'people', id }));
		return refused('wrong');
	}
	spent.giveBack();
	const stronger = outdated(person.passwordHash!) ? await hash(typed.password) : null;
	return write(db, async (tx) => {
		// Read again inside the write: the password may have changed while it was checked.
		const now = await byId(tx, person.id);
		if (!now || !isOpen(now) || now.passwordHash !== person.passwordHash) return refused('wrong');
		if (stronger)
			await tx.update(people).set({ passwordHash: stronger }).where(eq(people.id, person.id));
		return afterFirst(tx, person.id, { way: 'password', strong: false }, brought, by);
	});
}

/**
 * What follows a first proof: a second factor where the person has one, else the session. Every door
 * (password, OpenID provider) leads through here.
 */
export async function afterFirst(
	tx: Tx,
	personId: string,
	proof: { way: string; strong: boolean },
	brought: Brought,
	by: By
): Promise<SignedIn> {
	const { totp, passkeys } = await factorsOf(tx, personId);
	if (!proof.strong && (totp || passkeys)) {
		const value = { way: proof.way };
		await record(tx, by, { act: 'begin-sign-in', noun: 'people', id: personId, after: value });
		return {
			go: 'factor',
			step: await steps.begin(tx, { kind: 'sign-in', personId, value }, by.now)
		};
	}
	return { go: 'in', personId, issued: await admit(tx, personId, proof, brought, by) };
}

/** Lets somebody in who has proved all that was asked, and records by which way. */
export async function admit(
	tx: Tx,
	personId: string,
	{ way, strong }: { way: string; strong: boolean },
	brought: Brought,
	by: By
): Promise<Issued> {
	const issued = await letIn(tx, personId, strong, brought, by);
	const who = { id: personId } as Who;
	await record(
		tx,
		{ ...by, who },
		{ act: 'sign-in', noun: 'people', id: personId, after: { way, strong } }
	);
	return issued;
}

/**
 * Opens a session for somebody whose act is recorded by who calls this: the session the browser held
 * ends, a new one begins.
 */
export async function letIn(
	tx: Tx,
	personId: string,
	strong: boolean,
	{ session, agent }: Brought,
	by: By
): Promise<Issued> {
	if (session) await sessions.end(tx, session);
	const { now, address } = by;
	const issued = await sessions.start(tx, personId, { strong, agent, now, address });
	await tx.update(people).set({ lastSignInAt: now }).where(eq(people.id, personId));
	return issued;
}

/** Wrong codes one ceremony bears before it must begin again. */
const MISSES = 5;

/** Finishes a sign-in with a code of the second factor, or a recovery code. */
export async function signInWithCode(
	db: Db,
	token: string | undefined,
	code: string,
	brought: Brought,
	by: By
): Promise<SignedIn> {
	const step = await steps.find(db, token, 'sign-in', by.now);
	if (!step?.personId) return refused('over');
	const personId = step.personId;
	const spent = budgetsOf(db).spend(by.now, [[`factor ${personId}`, guessing.factor]]);
	if (!spent.ok) return refused('too-often', spent.wait);
	const recovery = await factors.matchRecovery(db, personId, code);
	return write(db, async (tx) => {
		const person = await byId(tx, personId);
		const used =
			person && isOpen(person) && (await factors.spend(tx, personId, code, recovery, by));
		if (!used) {
			await record(tx, by, { act: 'fail-factor', noun: 'people', id: personId });
			if ((await steps.miss(tx, step.id)) < MISSES) return refused('wrong');
			await steps.finish(tx, step.id);
			return refused('over');
		}
		if (!(await steps.finish(tx, step.id))) return refused('over');
		spent.giveBack();
		const way = `${String(step.value.way)}+${used}`;
		return {
			go: 'in',
			personId,
			issued: await admit(tx, personId, { way, strong: true }, brought, by)
		};
	});
}

/** Whether somebody is signed in to this account from this address (IPv6: from this /64) already. */
async function signedInFrom(db: Reader, personId: string, place: string): Promise<boolean> {
	const rows = await db
		.select({ address: table.address })
		.from(table)
		.where(eq(table.personId, personId));
	return place !== 'unknown' && rows.some(({ address }) => address && limitKey(address) === place);
}
