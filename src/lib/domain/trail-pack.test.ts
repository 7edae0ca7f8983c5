import { describe, expect, test } from 'vitest';
import {
	asksOf,
	cacheOf,
	isShelf,
	isWalk,
	oneFile,
	pageOfCache,
	partOf,
	recordOf,
	tooLarge
} from './trail-pack';

const page = new URL('https://liantu.example/en/trails/x/walk?pack=1');

describe('what a walk page asks for', () => {
	test('is every file it names, each once, wherever it is named from', () => {
		const html = `<link rel="icon" href="/icon.svg" type="image/svg+xml" />
			<link href="../../../_app/immutable/a.css" rel="stylesheet">
			<link rel="canonical" href="https://liantu.example/en/trails/x/walk">
			<script defer src="/trails/walk.js?v=1&amp;w=2"></script>
			<picture><source srcset="/base/dark.svg" media="x"><img src="/base/light.svg" alt=""></picture>
			<img src="/base/light.svg"><audio controls src="/files/a/b.mp3"></audio>`;
		expect(asksOf(html, page)).toEqual([
			'/icon.svg',
			'/_app/immutable/a.css',
			'/trails/walk.js?v=1&w=2',
			'/base/dark.svg',
			'/base/light.svg',
			'/files/a/b.mp3'
		]);
	});

	test('is nothing of other hosts, nothing written into it, nothing for browsers without scripts', () => {
		const html = `<img src="https://elsewhere.example/a.png"><img src="data:image/png;base64,AA">
			<noscript><link rel="stylesheet" href="/fonts.css"></noscript><a href="/places">x</a>`;
		expect(asksOf(html, page)).toEqual([]);
	});
});

describe('a service worker', () => {
	test('answers for walk pages in both languages and for no other page', () => {
		expect(['/trails/x/walk', '/en/trails/x/walk'].map(isWalk)).toEqual([true, true]);
		const others = [
			'/',
			'/trails/x',
			'/trails/x/walk/y',
			'/account',
			'/places/walk',
			'/trails/walk'
		];
		expect(others.filter(isWalk)).toEqual([]);
		expect(['/trails/saved', '/en/trails/saved'].map(isShelf)).toEqual([true, true]);
		const lists = [...others, '/trails/x/walk', '/trails/saved/walk', '/saved', '/trails/savedx'];
		expect(lists.filter(isShelf)).toEqual([]);
	});

	test('finds its own caches by name and leaves all others alone', () => {
		expect(pageOfCache(cacheOf('/en/trails/x/walk', 'ab12'))).toBe('/en/trails/x/walk');
		for (const name of ['', 'liantu-pack ', 'liantu-pack /account v', 'other /trails/x/walk v'])
			expect([name, pageOfCache(name)]).toEqual([name, null]);
		expect(isWalk(recordOf('/trails/x/walk'))).toBe(false);
	});

	test('gives a player the part it asks for', () => {
		expect(partOf('bytes=0-', 10)).toEqual({ start: 0, end: 9 });
		expect(partOf('bytes=2-4', 10)).toEqual({ start: 2, end: 4 });
		expect(partOf('bytes=8-99', 10)).toEqual({ start: 8, end: 9 });
		expect(partOf('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
		for (const wrong of ['bytes=10-', 'bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'x'])
			expect([wrong, partOf(wrong, 10)]).toEqual([wrong, null]);
	});
});

test('a picture of a pack is as wide as a telephone needs, and shown by every browser', () => {
	const set = (...widths: number[]) => [
		{ type: 'image/avif', srcset: '/files/a.avif 400w' },
		{ type: 'image/webp', srcset: widths.map((w) => `/files/${w}.webp ${w}w`).join(', ') }
	];
	expect(oneFile('/files/o.jpg', set(400, 960, 1600))).toBe('/files/960.webp');
	expect(oneFile('/files/o.jpg', set(1600, 2400))).toBe('/files/1600.webp');
	expect(oneFile('/files/o.jpg', [])).toBe('/files/o.jpg');
});

test('a pack is too large for a device that says it has less room', () => {
	expect(tooLarge(100, { quota: 150, usage: 51 })).toBe(true);
	expect(tooLarge(99, { quota: 150, usage: 51 })).toBe(false);
	expect(tooLarge(99, {})).toBe(false);
});
