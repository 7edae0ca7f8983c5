import { refuse, accept } from '../../refusal';
import type { Ruled } from '../../refusal';
import { clean } from './sheet-form';
import type { Sent } from './sheet-form';

/** What a juror may declare: units and persons by name, towns by slug. */
export const tieKinds = ['unit', 'family', 'teacher', 'interest', 'town'] as const;
type TieKind = (typeof tieKinds)[number];
/** Those that are typed, one name a line. */
export const typedTies = ['unit', 'family', 'teacher', 'interest'] as const;

const tieMost = { each: 60, name: 60 } as const;

export interface DeclaredTie {
	kind: TieKind;
	value: string;
}

/**
 * Reads a declaration; saying that there is nothing is a declaration too, saying nothing is none.
 * @param towns slugs that may be chosen
 */
export function readTies(sent: Sent, towns: readonly string[]): Ruled<DeclaredTie[]> {
	const ties: DeclaredTie[] = [];
	for (const kind of typedTies) {
		const names = (sent.get(kind) ?? '')
			.slice(0, tieMost.each * tieMost.name * 2)
			.split(/[\n\r;；]+/)
			.map(clean)
			.filter(Boolean);
		if (names.length > tieMost.each)
			return refuse({ field: kind, reason: 'too-many', detail: { limit: tieMost.each } });
		if (names.some((name) => name.length > tieMost.name))
			return refuse({ field: kind, reason: 'too-long', detail: { limit: tieMost.name } });
		for (const value of new Set(names)) ties.push({ kind, value });
	}
	for (const value of new Set(sent.all('town')))
		if (towns.includes(value)) ties.push({ kind: 'town', value });
	if (!ties.length && sent.get('none') !== 'yes')
		return refuse({ field: 'none', reason: 'say-none' });
	return accept(ties);
}
