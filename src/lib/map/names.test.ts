import { describe, expect, it } from 'vitest';
import { fitting, shortTown } from './names';

const picture = { width: 400, height: 300, size: 16 };

describe('names in a picture', () => {
	it('are all written where there is room', () => {
		const wishes = [
			{ x: 0.1, y: 0.5, text: '鸬鸟' },
			{ x: 0.9, y: 0.5, text: '仁和' }
		];
		expect(fitting(wishes, picture)).toEqual([true, true]);
	});

	it('give way to earlier ones where they would touch', () => {
		const wishes = [
			{ x: 0.5, y: 0.5, text: '余杭' },
			{ x: 0.52, y: 0.5, text: '仓前' },
			{ x: 0.52, y: 0.7, text: '闲林' }
		];
		expect(fitting(wishes, picture)).toEqual([true, false, true]);
	});

	it('find more room in a larger picture', () => {
		const wishes = [
			{ x: 0.4, y: 0.5, text: '余杭' },
			{ x: 0.46, y: 0.5, text: '仓前' }
		];
		expect(fitting(wishes, { ...picture, width: 300 })).toEqual([true, false]);
		expect(fitting(wishes, { ...picture, width: 1200 })).toEqual([true, true]);
	});
});

describe('the short name of a town', () => {
	it.each([
		['瓶窑镇', '瓶窑'],
		['五常街道', '五常'],
		['Pingyao Town', 'Pingyao'],
		['Wuchang Subdistrict', 'Wuchang'],
		['镇', '镇'],
		['安镇', '安镇']
	])('of %s is %s', (name, short) => expect(shortTown(name)).toBe(short));
});
