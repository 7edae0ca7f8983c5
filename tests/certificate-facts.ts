import type { Facts } from '$lib/domain/certificates/facts';

/** What one certificate says. */
export const someFacts: Facts = {
	award: { zh: '一等奖', en: 'First Prize' },
	contest: { zh: '“玉琮杯”大赛', en: 'Yucong Cup' },
	edition: { zh: '第七届', en: 'Seventh edition' },
	entry: '清风徐来',
	number: '7-W-0001',
	unit: null,
	issuer: '主办单位',
	code: '07ENW3AHRZ6DMV29GQYR',
	names: ['李青', '王明'],
	issuedAt: Date.parse('2026-12-31T16:30:00Z')
};
