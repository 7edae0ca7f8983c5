import type { Base } from './base';

/** The base every installation has: our drawing, without a single boundary. */
export const ILLUSTRATED: Base = {
	slug: 'illustrated',
	kind: 'illustrated',
	name: { zh: '手绘余杭', en: 'Yuhang, drawn' },
	attribution: { zh: '廉图手绘', en: 'Drawn by Liantu' },
	notice: { zh: '示意图·非测绘成果', en: 'Illustration, not a survey product' },
	approvalNumber: null,
	declaresBoundaries: false,
	minZoom: 8,
	maxZoom: 18,
	config: { source: 'drawing', url: '/base/yuhang.json' }
};
