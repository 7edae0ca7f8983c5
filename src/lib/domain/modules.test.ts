import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leadsOn, moduleOf, modules } from './modules';
import type { Module } from './modules';

/** Every route of the portal that answers something, as Kit calls it. */
const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((path) => /\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(path))
	.map((path) => `/${path}`.replace(/\/\+[^/]+$/, '') || '/');
const rooms: Record<Module, RegExp> = {
	trails: /^\/\(public\)\/trails(\/|$)/,
	articles: /^\/\(public\)\/articles(\/|$)|^\/feeds\/news\.atom$/,
	documents: /^\/\(public\)\/documents(\/|$)/,
	events: /^(\/\(public\))?\/(events|series)(\/|$)|^\/feeds\/events\.atom$|^\/events\.ics$/,
	contests: /^\/\(public\)\/contests(\/|$)|^\/\(jury\)\//,
	visits: /^\/\(public\)\/(visits|places\/\[slug\]\/visit)(\/|$)/,
	stamps: /^\/\(public\)\/(stamp|passport)(\/|$)/
};

it('a part that is off takes every address of its own along, and none of another', () => {
	const wrong = routes.filter(
		(route) => moduleOf(route) !== (modules.find((module) => rooms[module].test(route)) ?? null)
	);
	expect(wrong).toEqual([]);
	for (const module of modules)
		expect([module, routes.some((route) => moduleOf(route) === module)]).toEqual([module, true]);
});

it('a link of a menu leads nowhere into a part that is off', () => {
	const off = { visits: false, stamps: false };
	const told = ['/places/some-hall', '/places/visit', '/places/some-hall/visit', '/visits/x'];
	expect(told.map((path) => leadsOn(off, path))).toEqual([true, true, false, false]);
	expect(['/passport', '/stamp/x', '/stamps'].map((path) => leadsOn(off, path))).toEqual([
		false,
		false,
		true
	]);
	expect(leadsOn({}, '/passport')).toBe(true);
});
