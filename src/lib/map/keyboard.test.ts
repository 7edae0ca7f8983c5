import { beforeEach, describe, expect, it } from 'vitest';
import { zh } from '../words/zh';
import type { Camera } from './camera';
import { keyboardOf } from './keyboard';
import type { Drawn } from './points';

const drawn = (slug: string, lon: number, lat: number, count = 1): Drawn => ({
	slug,
	lon,
	lat,
	kind: 'site',
	category: null,
	zh: slug,
	en: null,
	count
});

let done: string[];
let spots: Drawn[];
let keys: ReturnType<typeof keyboardOf>;

beforeEach(() => {
	done = [];
	spots = [drawn('中', 120, 30.3), drawn('东', 120.1, 30.3), drawn('同', 120.1, 30.3)];
	const camera = {
		view: () => ({ lon: 119.99, lat: 30.3, zoom: 10 }),
		reach: () => undefined,
		home: () => done.push('home'),
		zoomBy: (by: number) => done.push(`zoom ${by}`),
		panBy: (x: number, y: number) => done.push(`pan ${x} ${y}`)
	} as unknown as Camera;
	keys = keyboardOf({
		words: zh,
		locale: 'zh',
		camera: () => camera,
		spots: () => spots,
		listed: () => ['first', 'second'],
		say: (text) => done.push(text),
		onspot: () => undefined,
		open: (slug) => done.push(`open ${slug}`),
		openPile: (slugs) => done.push(`pile ${slugs.join()}`),
		approach: ({ count }) => done.push(`approach ${count}`),
		help: () => done.push('help')
	});
});
const press = (key: string, shiftKey = false) => keys.pressed({ key, shiftKey });

describe('the keyboard of a map', () => {
	it('first says what is nearest to the middle, whatever the arrow', () => {
		press('ArrowUp');
		expect(done).toEqual(['中，廉洁文化阵地，正东 960 米']);
	});

	it('then goes from place to place, and says where nothing follows', () => {
		press('ArrowRight');
		press('ArrowRight');
		press('ArrowRight');
		expect(done.slice(1)).toEqual([
			'同一个点上有 2 处：东、同，正东 9.6 公里',
			'东方向没有更多地点'
		]);
	});

	it('opens what was read, a pile as a pile, a group by going nearer', () => {
		press('ArrowRight');
		press('Enter');
		press('ArrowRight');
		press('Enter');
		spots = [drawn('', 120.5, 30.3, 12)];
		press('ArrowRight');
		press('Enter');
		expect(done.filter((one) => /^(open|pile|approach)/.test(one))).toEqual([
			'open 中',
			'pile 东,同',
			'approach 12'
		]);
	});

	it('opens nothing before anything was read', () => {
		press('Enter');
		expect(done).toEqual([]);
	});

	it('opens the listed ones by digit and ignores digits beyond the list', () => {
		press('2');
		press('9');
		expect(done).toEqual(['open second']);
	});

	it('zooms, moves, shows all and explains', () => {
		press('+');
		press('-');
		press('ArrowLeft', true);
		press('0');
		press('?');
		expect(done).toEqual([
			'缩放级别 11',
			'zoom 1',
			'缩放级别 9',
			'zoom -1',
			'pan -140 0',
			'home',
			'help'
		]);
	});

	it('leaves every other key to the page', () => {
		expect([press('Escape'), press('Tab'), press('a'), press('ArrowUp')]).toEqual([
			false,
			false,
			false,
			true
		]);
	});
});
