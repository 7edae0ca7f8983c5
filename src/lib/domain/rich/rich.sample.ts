import fc from 'fast-check';
import { clean } from './clean';
import type { Rich } from './rich';

/** Text that provokes: signs of the plain form, blanks, Chinese, emoji, halves of characters. */
const text = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.string({
			unit: fc.constantFrom(...'a廉，1 *_[]()\\|#->!~`"{}=.:x\n\t\u3000😀\u200b\ud800')
		})
	},
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'- 项',
		'1. 一',
		'## 题',
		'> 引',
		'---',
		'***',
		'| a |',
		'![a](media:x)',
		'[a](/b)',
		'张**、李**'
	)
);
const href = fc.constantFrom(
	'https://www.gov.cn/a_(b)?c[]=1&d=__e__',
	'/places/x',
	'mailto:a@b.cn',
	'tel:12388',
	'javascript:alert(1)',
	'//evil.cn',
	'data:text/html,x'
);
const mark = fc.oneof(
	fc.constantFrom('bold', 'italic', 'underline', 'code').map((type) => ({ type })),
	fc.record({ type: fc.constant('link'), attrs: fc.record({ href, onclick: fc.string() }) })
);
const inline = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			type: fc.constant('text'),
			text,
			marks: fc.array(mark, { maxLength: 3 })
		})
	},
	fc.constant({ type: 'hardBreak' })
);
const number = fc.oneof(
	fc.integer({ min: -2, max: 12 }),
	fc.constantFrom(NaN, -0, 9999, '2', null)
);

/** Trees of nodes as an editor might hand them in, and such as none ever would. */
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 7, depthSize: 'medium', withCrossShrink: true },
		inline,
		...(
			[
				['paragraph', inline, {}],
				['paragraph', inline, {}],
				['heading', inline, { level: number }],
				['bulletList', tie('node'), {}],
				['orderedList', tie('node'), { start: number }],
				['listItem', tie('node'), {}],
				['blockquote', tie('node'), {}],
				['horizontalRule', tie('node'), {}],
				['table', tie('node'), {}],
				['tableRow', tie('node'), {}],
				['tableCell', tie('node'), { colspan: number, rowspan: number }],
				['tableHeader', tie('node'), { colspan: number }],
				['iframe', tie('node'), { src: fc.string() }],
				[
					'picture',
					tie('node'),
					{
						asset: fc.constantFrom('a1', '../x', ''),
						alt: text,
						caption: text,
						size: fc.constantFrom('wide', 'huge')
					}
				]
			] as [string, fc.Arbitrary<unknown>, Record<string, fc.Arbitrary<unknown>>][]
		).map(([type, inner, attrs]) =>
			fc.record({
				type: fc.constant(type),
				attrs: fc.record(attrs),
				content: fc.array(inner, { maxLength: 5 })
			})
		)
	)
}));

const cell = fc.record({
	type: fc.constantFrom('tableCell', 'tableHeader'),
	attrs: fc.record({ colspan: number, rowspan: number }),
	content: fc.array(
		fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 3 }) }),
		{ maxLength: 2 }
	)
});
const table = fc.record({
	type: fc.constant('table'),
	content: fc.array(
		fc.record({ type: fc.constant('tableRow'), content: fc.array(cell, { maxLength: 4 }) }),
		{ maxLength: 4 }
	)
});

/** Anything like a document, good or bad. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
	fc.record({
		type: fc.constant('doc'),
		content: fc.array(fc.oneof({ weight: 5, arbitrary: node }, table), { maxLength: 6 })
	}),
	fc.jsonValue()
);

/** Documents as they are stored. */
export const documents: fc.Arbitrary<Rich> = anything.map(clean);
