/** Version of the engine, written into journals. Changes with every change of rules that makes old journals depart. */
export const ENGINE_VERSION = '0.3.0';
