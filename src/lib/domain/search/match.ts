import { pairs } from './query';
import type { Search, Term } from './query';
import { whole } from './tokens';

/**
 * FTS5 MATCH expressions, best first: the whole name, a name that begins so, a name that contains
 * it, name and place together, anywhere. Each also finds what the ones before it find. Text stands
 * only inside quotes and consists of letters and digits alone, so no syntax of a user's gets through
 * (https://sqlite.org/fts5.html#full_text_query_syntax).
 */
export interface Match {
	exact: string;
	begins: string;
	name: string;
	place: string;
	anywhere: string;
}

/** The expressions for a search; `null` when it has no terms and therefore finds nothing. */
export function match(search: Search): Match | null {
	if (search.terms.length === 0) return null;
	const all = search.terms.map(termExpression).join(' AND ');
	const key = quoted(whole + search.compact);
	const begins = `name : ${key} *`;
	return {
		exact: `name : ${key}`,
		begins,
		name: `(name : (${all})) OR (${begins})`,
		place: `({name place} : (${all})) OR (${begins})`,
		anywhere: `(${all}) OR (${begins})`
	};
}

/** The expression of one Han pair as it stands in the index. */
const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;

function termExpression(term: Term): string {
	if (term.instead?.length)
		return `(${term.instead.map((word) => `${quoted(word)} *`).join(' OR ')})`;
	if (term.kind === 'word') return `${quoted(term.text)} *`;
	const parts = pairs(term.text);
	return parts.length === 0 ? `${quoted(term.text)} *` : quoted(parts.join(' '));
}
