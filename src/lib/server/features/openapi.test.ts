import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventProperties } from '$lib/domain/feature-event';
import { placeProperties, trailProperties } from '$lib/domain/feature';
import { paging } from '$lib/domain/feature-query';
import { eventParams, placeParams, trailParams } from './items';
import { openapi } from './openapi';

const url = new URL('https://lian.example/api/openapi.json?lang=en');
const definition = openapi({ url, locals: { locale: 'zh' } });

// The part of the OpenAPI 3.0.3 specification this definition uses; unknown members are errors.
const reference = z.strictObject({
	$ref: z.string().regex(/^#\/components\/(schemas|parameters|responses)\/[\w.-]+$/)
});
const schema: z.ZodType = z.lazy(() =>
	z.union([
		reference,
		z.strictObject({
			type: z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean']).optional(),
			description: z.string().optional(),
			format: z.string().optional(),
			nullable: z.boolean().optional(),
			enum: z.array(z.string().nullable()).min(1).optional(),
			default: z.number().optional(),
			pattern: z.string().optional(),
			maxLength: z.int().optional(),
			minimum: z.number().optional(),
			maximum: z.number().optional(),
			minItems: z.int().optional(),
			maxItems: z.int().optional(),
			items: schema.optional(),
			oneOf: z.array(schema).min(1).optional(),
			allOf: z.array(schema).min(1).optional(),
			required: z.array(z.string()).min(1).optional(),
			properties: z.record(z.string(), schema).optional()
		})
	])
);
const parameter = z.strictObject({
	name: z.string(),
	in: z.enum(['query', 'path']),
	description: z.string(),
	required: z.boolean(),
	style: z.literal('form').optional(),
	explode: z.boolean().optional(),
	schema
});
const content = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), z.strictObject({ schema }));
const response = z.union([
	reference,
	z.strictObject({ description: z.string().min(1), content: content.optional() })
]);
const operation = z.strictObject({
	operationId: z.string().regex(/^\w+$/),
	summary: z.string(),
	tags: z.array(z.string()),
	parameters: z.array(reference),
	responses: z.record(z.string().regex(/^[1-5]\d\d$/), response)
});
const document = z.strictObject({
	openapi: z.literal('3.0.3'),
	info: z.strictObject({ title: z.string(), description: z.string(), version: z.string() }),
	servers: z.array(z.strictObject({ url: z.url() })),
	tags: z.array(z.strictObject({ name: z.string() })),
	paths: z.record(z.string().startsWith('/'), z.strictObject({ get: operation })),
	components: z.strictObject({
		parameters: z.record(z.string().regex(/^[\w.-]+$/), parameter),
		schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
		responses: z.record(z.string().regex(/^[\w.-]+$/), response)
	})
});

const parsed = document.parse(definition);
const text = JSON.stringify(definition);

describe('the definition of the interface', () => {
	test('keeps the specification', () => {
		expect(document.safeParse(definition).error).toBeUndefined();
	});

	test('refers to nothing that is not there and holds nothing unused', () => {
		const used = new Set(
			[...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, to]) => to!)
		);
		const there = Object.entries(parsed.components).flatMap(([room, all]) =>
			Object.keys(all).map((name) => `${room}/${name}`)
		);
		expect([...used].sort()).toEqual(there.sort());
	});

	test('names each operation once', () => {
		const names = Object.values(parsed.paths).map(({ get }) => get.operationId);
		expect(new Set(names).size).toBe(names.length);
	});

	test('declares the path parameters of each path', () => {
		for (const [path, { get }] of Object.entries(parsed.paths)) {
			const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			const declared = get.parameters
				.map(({ $ref }) => parsed.components.parameters[$ref.split('/').at(-1)!]!)
				.filter((one) => one.in === 'path')
				.map(({ name, required }) => (required ? name : `${name}?`));
			expect([path, declared]).toEqual([path, inPath]);
		}
	});

	test('names exactly the parameters that are accepted', () => {
		const named = (path: string) =>
			parsed.paths[path]!.get.parameters.map(({ $ref }) => $ref.split('/').at(-1)!).sort();
		expect(named('/collections/places/items')).toEqual([...paging, ...placeParams].sort());
		expect(named('/collections/trails/items')).toEqual([...paging, ...trailParams].sort());
		expect(named('/collections/events/items')).toEqual([...paging, ...eventParams].sort());
	});

	test('describes exactly the properties that are sent', () => {
		const { schemas } = parsed.components as { schemas: Record<string, { properties: object }> };
		expect(Object.keys(schemas.PlaceProperties!.properties).sort()).toEqual(
			[...placeProperties].sort()
		);
		expect(Object.keys(schemas.TrailProperties!.properties).sort()).toEqual(
			[...trailProperties].sort()
		);
		expect(Object.keys(schemas.EventProperties!.properties).sort()).toEqual(
			[...eventProperties].sort()
		);
	});
});
