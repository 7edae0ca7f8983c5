import { accuses } from '../accusation';
import type { Check } from './context';
import { located, whole } from './finding';
import { isTelephone, readable } from './mask';
import { numbersIn } from './numbers';

/** Mobile and ID-card numbers, in words and in the addresses of links. */
export const personalNumbers: Check = ({ texts }) =>
	texts.flatMap(({ field, of, text, links }) => [
		...numbersIn(text).map(({ kind, at, length }) =>
			located(
				kind,
				kind === 'phone' && isTelephone(of) ? 'warning' : 'error',
				field,
				text,
				at,
				length
			)
		),
		...links.flatMap(({ href, at, length }) =>
			numbersIn(readable(href)).map(({ kind }) => located(kind, 'error', field, text, at, length))
		)
	]);

/** Texts that read like a report about somebody; whether they are, a person decides. */
export const accusation: Check = ({ texts, simplify }) =>
	texts
		.filter(({ text }) => accuses(text, simplify))
		.map(({ field }) => whole('accusation', 'warning', field));
