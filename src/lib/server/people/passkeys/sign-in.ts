import { guessing } from '$lib/domain/people/guessing';
import { asks } from '$lib/domain/people/passkey';
import type { RelyingParty } from '$lib/domain/people/passkey';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../../audit';
import { limitKey } from '../../corrections-limit';
import type { Db } from '../../db/open';
import { write } from '../../db/write';
import { budgetsOf } from '../limits';
import { byId, isOpen } from '../people';
import { renew } from '../sessions';
import type { Issued } from '../sessions';
import { admit } from '../sign-in';
import type { Brought } from '../sign-in';
import * as steps from '../steps';
import { askToSign, use, verify } from './answer';

/** What a browser sends back: the token of the question and what the key said. */
interface Answer {
	token: string | undefined;
	response: unknown;
}

/** Somebody let in. */
interface Entered {
	personId: string;
	issued: Issued;
}

const notVerified = refuse({ field: 'passkey', reason: 'not-verified' });
const over = refuse({ field: 'passkey', reason: 'expired' });

const tooOften = (wait: number) =>
	refuse({
		field: 'passkey',
		reason: 'too-often',
		detail: { minutes: Math.ceil(wait / 60_000) }
	});

/** Asks for any key of this site; who has one is not told. */
export async function askToSignIn(
	db: Db,
	rp: RelyingParty,
	by: By
): Promise<Ruled<Awaited<ReturnType<typeof askToSign>>>> {
	const spent = budgetsOf(db).spend(by.now, [[`ask-key ${limitKey(by.address ?? '')}`, asks]]);
	if (!spent.ok) return tooOften(spent.wait);
	return accept(await askToSign(db, { use: 'sign-in', personId: null, session: null }, rp, by.now));
}

/** Asks for a key of the person whose password was right; null when that sign-in is over. */
export async function askForFactor(
	db: Db,
	step: string | undefined,
	rp: RelyingParty,
	now: number
) {
	const begun = await steps.find(db, step, 'sign-in', now);
	return begun?.personId
		? askToSign(db, { use: 'factor', personId: begun.personId, session: begun.id }, rp, now)
		: null;
}

/** Asks somebody signed in to prove anew who they are, with a key of theirs. */
export const askToProve = (db: Db, { who, now }: By, rp: RelyingParty) =>
	who ? askToSign(db, { use: 'prove', personId: who.id, session: who.session }, rp, now) : null;

/**
 * Signs in with a passkey: alone, or (with `step`) as the second factor after a password. The device
 * verified its owner, so the session is strong either way.
 */
export async function signInWithPasskey(
	db: Db,
	answer: Answer,
	{ step, ...brought }: Brought & { step?: string | undefined },
	rp: RelyingParty,
	by: By
): Promise<Ruled<Entered>> {
	const { now } = by;
	const spent = budgetsOf(db).spend(now, [
		[`address ${limitKey(by.address ?? '')}`, guessing.address]
	]);
	if (!spent.ok) return tooOften(spent.wait);
	const begun = step === undefined ? null : await steps.find(db, step, 'sign-in', now);
	if (step !== undefined && !begun) return over;
	const wanted = begun
		? ({ use: 'factor', session: begun.id } as const)
		: ({ use: 'sign-in', session: null } as const);
	const signed = await verify(db, answer, wanted, rp, now);
	const entered = !signed.ok
		? signed
		: await write(db, async (tx): Promise<Ruled<Entered>> => {
				const { personId } = signed.value;
				const person = await byId(tx, personId);
				if (!person || !isOpen(person) || !(await use(tx, signed.value, now))) return notVerified;
				if (begun && !(await steps.finish(tx, begun.id))) return over;
				const way = begun ? `${String(begun.value.way)}+passkey` : 'passkey';
				return accept({
					personId,
					issued: await admit(tx, personId, { way, strong: true }, brought, by)
				});
			});
	if (entered.ok) spent.giveBack();
	else
		await write(db, (tx) =>
			record(tx, by, { act: 'fail-factor', noun: 'people', id: begun?.personId ?? 'unknown' })
		);
	return entered;
}

/** Notes a fresh proof by a passkey; the session goes on, strong, under a new token. */
export async function proveWithPasskey(
	db: Db,
	answer: Answer,
	rp: RelyingParty,
	by: By
): Promise<Ruled<Issued>> {
	const { who, now } = by;
	if (!who) return notVerified;
	const signed = await verify(db, answer, { use: 'prove', session: who.session }, rp, now);
	if (!signed.ok) return signed;
	return write(db, async (tx) => {
		if (signed.value.personId !== who.id || !(await use(tx, signed.value, now))) return notVerified;
		const issued = await renew(tx, who.session, now, { strong: true, proved: true });
		if (!issued) return over;
		await record(tx, by, { act: 'prove', noun: 'people', id: who.id, after: { way: 'passkey' } });
		return accept(issued);
	});
}
