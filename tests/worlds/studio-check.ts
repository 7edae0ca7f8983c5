import { beforeEach } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, NOON } from '../make';
import { sample as someone } from '../people';
import type { Db } from '$lib/server/db/open';
import { checked } from '$lib/server/studio/check';
import { save } from '$lib/server/studio/save';

// Pages whose texts are checked before they go on.

export const HOUR = 3_600_000;

export const editor = someone('editor', 'editor');

export const operator = someone('operator', 'operator');

export const approvers = ['ann', 'bob', 'cat'].map((id) => someone(id, 'approver'));

export const by = (who: Who, now = NOON): By => ({ who, address: null, now });

export let db: Db;

beforeEach(async () => {
	db = await emptyDb();
});

const paragraph = (...content: unknown[]) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content }]
});

export const page = (slug: string, ...content: unknown[]) => ({
	slug,
	title: { zh: slug },
	body: { zh: paragraph(...content) }
});

export const said = (text: string, href?: string) => ({
	type: 'text',
	text,
	...(href ? { marks: [{ type: 'link', attrs: { href } }] } : {})
});

export async function saved(content: object, noun: Noun = 'pages', who = editor): Promise<string> {
	const result = await save(db, by(who), noun, { id: null, base: 0, content });
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.id;
}

export const names = async (noun: Noun, content: object) =>
	(await checked(db, noun, 'x', content as Content)).found.map(({ check }) => check);
