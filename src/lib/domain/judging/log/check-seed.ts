import { codesOf, seedOf } from '../rule/seed';
import type { SeedParts } from '../rule/seed';
import { markOf } from './check-marks';
import { digest, find } from './ground';
import type { Ground } from './ground';

/** What the record of a sealing says under `after`. */
type Sealing = Omit<SeedParts, 'ruleHash'> & { rule: string; seed: string };

const sealingOf = (entry: { noun: string; act: string; after?: unknown }): Sealing | null => {
	const said = entry.noun === 'rounds' && entry.act === 'seal' ? (entry.after as Sealing) : null;
	return said && Number.isSafeInteger(said.size) && typeof said.root === 'string' ? said : null;
};

/** Sizes of the tree that seeds were made of, as the records claim: a row of tiles shows these too. */
export const seedSizes = (records: readonly { text: string }[]): number[] =>
	records.flatMap(({ text }) => {
		if (!text.includes('"act":"seal"')) return [];
		const said = sealingOf(JSON.parse(text) as Parameters<typeof sealingOf>[0]);
		return said ? [said.size] : [];
	});

/**
 * Whether the seed of each round follows from the hash of its rule, the log before the sealing and the
 * public chance, and the codes of the entries from the seed.
 */
export function checkSeeds(ground: Ground): void {
	const sha256 = (text: string) => digest(ground, text);
	for (const { seq, entry } of ground.told) {
		const said = sealingOf(entry);
		if (!said) continue;
		const round = entry.id;
		const { rule: ruleHash, size, root, words, seed } = said;
		const marks = ground.told.flatMap((told) => markOf(told) ?? []);
		const facts = [...ground.facts.values()].filter((one) => one.round === round);
		const known = ground.roots.get(size);
		const good =
			seedOf({ ruleHash, size, root, words }, sha256) === seed &&
			size < seq &&
			known === root &&
			marks.every((mark) => mark.round !== round || mark.rule === ruleHash) &&
			facts.every((one) => one.seed === seed && codesFit(one.field, seed, sha256));
		if (!good) find(ground, 'seed', seq, { part: round });
	}
}

function codesFit(
	field: readonly (readonly [entry: string, code: string, ...rest: unknown[]])[],
	seed: string,
	sha256: (text: string) => string
): boolean {
	const codes = codesOf(
		field.map(([entry]) => entry),
		seed,
		sha256
	);
	return field.every(([entry, code]) => codes.get(entry) === code);
}
