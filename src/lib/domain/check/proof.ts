import { approvalNumber } from '../base-rule';
import { isEmpty } from '../studio/field';
import type { Field, Json } from '../studio/field';
import type { Check } from './context';
import { located, whole } from './finding';
import type { Spoken } from './spoken';

/** Boundaries of county level and above come only from maps with a 审图号 (地图管理条例, 2015). */
export const approval: Check = ({ noun, content }) => {
	if (noun !== 'bases') return [];
	const number = content.approvalNumber;
	if (typeof number === 'string' && number.trim())
		return approvalNumber(number) ? [] : [whole('approval-malformed', 'error', 'approvalNumber')];
	return content.declaresBoundaries === true || content.kind === 'approved'
		? [whole('approval-missing', 'error', 'approvalNumber')]
		: [];
};

/** Bodies that may run programmes of 创建示范 and so give a 命名 (rule of 2022). */
const mayName = new Set<Json | undefined>(['province', 'city', 'county']);

/**
 * A 命名 by a body that may not give it. One of unknown rank stops too: who cannot show the right
 * does not have it. An honour that is called a 命名 without being entered as one is asked about.
 */
export const naming: Check = ({ noun, content, texts }) => {
	if (noun !== 'honours' || mayName.has(content.issuerRank)) return [];
	if (content.form === 'naming') return [whole('naming-body', 'error', 'issuerRank')];
	return texts
		.filter(({ of }) => of.name === 'title')
		.flatMap(({ field, text }) => {
			const at = text.indexOf('命名');
			return at < 0 ? [] : [located('naming-named', 'warning', field, text, at, 2)];
		});
};

/** What has to be filled in before anybody sees it; Chinese first, English may follow. */
export const required: Check = ({ description, content, texts }) =>
	description.fields
		.filter((field) => field.required && isBlank(field, content[field.name], texts))
		.map(({ name }) => whole('required', 'error', name));

function isBlank(field: Field, value: Json | undefined, texts: readonly Spoken[]): boolean {
	if (!('bilingual' in field && field.bilingual)) return isEmpty(value);
	const chinese = texts.find((text) => text.field === `${field.name}.zh`);
	return !chinese || (!chinese.text.trim() && !chinese.pictures.length);
}

/** Where it was published: every fact here has a source, or says that it has none. */
export const source: Check = ({ description, content, cited }) => {
	const fields = description.fields.filter(({ name }) =>
		['source', 'sources', 'sourceName'].includes(name)
	);
	return !cited && fields.length && fields.every(({ name }) => isEmpty(content[name]))
		? [whole('source-missing', 'warning', fields[0]!.name)]
		: [];
};

/** A place that is not drawn, or drawn where nobody has checked. */
export const position: Check = ({ noun, content }) => {
	if (noun !== 'places') return [];
	const where = content.position;
	if (isEmpty(where)) return [whole('position-missing', 'warning', 'position')];
	return (where as { verified?: Json }).verified === true
		? []
		: [whole('position-unverified', 'warning', 'position')];
};
