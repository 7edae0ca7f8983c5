import { expect, test } from 'vitest';
import { studio as zh } from '../../words/zh/studio';
import { studio as en } from '../../words/en/studio';
import { choicesFor, titleIn } from './choices';

const hall = {
	noun: 'places',
	id: 'h1',
	titleZh: '展示馆',
	titleEn: 'Hall',
	state: 'draft'
} as const;
const offer = {
	rooms: [
		{ room: 'places', group: 'content', path: '/studio/places' },
		{ room: 'audit', group: 'office', path: '/studio/audit' }
	],
	creates: ['places'],
	found: { things: [hall], recent: [{ ...hall, id: 'h2' }] }
} as const;
const keys = (text: string) =>
	choicesFor(text, structuredClone(offer) as never, zh, 'zh').map(({ key }) => key);

test('with nothing typed stands what was worked on last, then every room and action', () => {
	expect(keys('')).toEqual(['recent/places/h2', 'room/places', 'room/audit', 'new/places']);
});

test('with words typed stand the things found, then rooms and actions that hold them', () => {
	expect(keys('操作')).toEqual(['things/places/h1', 'room/audit']);
	expect(keys('新建')).toEqual(['things/places/h1', 'new/places']);
	expect(keys('audit')).toEqual(['things/places/h1', 'room/audit']);
});

test('a title stands in the language of the page where it has one', () => {
	expect([
		titleIn(hall, 'en'),
		titleIn(hall, 'zh'),
		titleIn({ ...hall, titleEn: null }, 'en')
	]).toEqual(['Hall', '展示馆', '展示馆']);
	expect(en.room.places).toBe('Places');
});
