import { hash as argon2, parseOptions, verify as check } from '@node-rs/argon2';
import { passwordForm, passwordLimits } from '$lib/domain/people/password';

/** OWASP’s first choice for Argon2id; about 30 ms on one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Two of the four threads Node shares with files and pictures: the others stay free. */
const AT_ONCE = 2;
/** A stranger who would wait behind more than this is sent away: two seconds of work. */
const WAITING = 60;

let running = 0;
const queue: (() => void)[] = [];

/** Thrown when too many passwords are being checked; nobody's was wrong. */
export class Busy extends Error {}

/** Who has shown a link, a session or a first factor goes before strangers and is never sent away. */
async function inTurn<T>(act: () => Promise<T>, stranger: boolean): Promise<T> {
	if (running >= AT_ONCE) {
		if (stranger && queue.length >= WAITING) throw new Busy('too many passwords at once');
		await new Promise<void>((go) => (stranger ? queue.push(go) : queue.unshift(go)));
	} else running++;
	try {
		return await act();
	} finally {
		const next = queue.shift();
		if (next) next();
		else running--;
	}
}

/** Argon2id of a password, off the main thread, as a PHC string with salt and parameters. */
export const hash = (password: string): Promise<string> =>
	inTurn(() => argon2(passwordForm(password), cost), false);

let dummy: Promise<string> | null = null;

/**
 * Whether a password belongs to a hash. Without one (nobody has this address, or no password was
 * ever set) just as much work is done for the same answer.
 * @throws Busy for a stranger when too many passwords are being checked
 */
export async function fits(
	stored: string | null,
	password: string,
	{ stranger }: { stranger: boolean }
): Promise<boolean> {
	// Longer than any we accept: it cannot be right, and need not be read.
	const typed = password.length > passwordLimits.most * 4 ? '' : passwordForm(password);
	const against = stored ?? (await (dummy ??= argon2('nobody has this password', cost)));
	const right = await inTurn(() => check(against, typed), stranger);
	return right && stored !== null && typed !== '';
}

/** Whether a hash was made with less than we ask for today. */
export function outdated(stored: string): boolean {
	const made = parseOptions(stored);
	return (
		!stored.startsWith('$argon2id$') ||
		made.memoryCost < cost.memoryCost ||
		made.timeCost < cost.timeCost ||
		made.outputLen < cost.outputLen
	);
}
