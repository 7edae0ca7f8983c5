import { same } from './field';
import type { Content, Field } from './field';

interface Merged {
	/** Mine, with what only they changed. */
	content: Content;
	/** Fields taken from them. */
	taken: string[];
	/** Fields both changed, differently: somebody must choose; `content` holds mine. */
	conflicts: string[];
}

/**
 * Merges two editors’ work field by field (three-way merge): what only one of them changed is kept,
 * what both changed alike is one change, what both changed differently is a conflict.
 * @param base what both began with
 * @param theirs what was saved meanwhile
 * @param mine what is to be saved now
 */
export function merge(
	fields: readonly Field[],
	base: Content,
	theirs: Content,
	mine: Content
): Merged {
	const merged: Merged = { content: { ...mine }, taken: [], conflicts: [] };
	for (const { name } of fields) {
		if (same(theirs[name], mine[name]) || same(base[name], theirs[name])) continue;
		if (same(base[name], mine[name])) {
			merged.content[name] = theirs[name] ?? null;
			merged.taken.push(name);
		} else merged.conflicts.push(name);
	}
	return merged;
}
