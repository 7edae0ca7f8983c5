import { pinyin } from 'pinyin-pro';

/**
 * The key by which a Chinese name sorts as readers expect: pinyin without tones, syllable by
 * syllable (GB/T 28039 style spelling), then the name itself to part homophones.
 */
export function sortKey(name: string): string {
	const spelled = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
	return `${spelled.join(' ').toLowerCase()}|${name}`.slice(0, 200);
}
