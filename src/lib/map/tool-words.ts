import { useLocale } from '../ui/words';
import { mapTools as en } from '../words/en/map-tools';
import { mapTools as zh } from '../words/zh/map-tools';

/** Words of the map’s own tools. */
export type ToolWords = typeof zh;

/** Words of the map’s own tools, which no page without the living map needs. */
export const useToolWords = (): ToolWords => (useLocale() === 'en' ? en : zh);
