import type { Budget } from './bucket';

const MINUTE = 60_000;

/**
 * How often a secret may be guessed. A stranger pays from all three: the address (an IPv6 household
 * counts as one), the account from that address, the account from anywhere. A device that has signed
 * in to the account before, or an address that is signed in to it now, pays from a budget of its own,
 * so a crowd that empties the account's budget never locks its owner out (ASVS 5.0 6.3.1).
 */
export const guessing = {
	address: { tries: 18, every: 2 * MINUTE },
	accountFromAddress: { tries: 6, every: 2 * MINUTE },
	account: { tries: 16, every: 2 * MINUTE },
	knownDevice: { tries: 8, every: 3 * MINUTE },
	/** Codes of a second factor, for a person whose password was right. */
	factor: { tries: 8, every: 5 * MINUTE }
} as const satisfies Record<string, Budget>;

/** How much mail a stranger may cause: per address they ask from, and per address it is sent to. */
export const asking = {
	from: { tries: 10, every: 6 * MINUTE },
	to: { tries: 3, every: 20 * MINUTE }
} as const satisfies Record<string, Budget>;
