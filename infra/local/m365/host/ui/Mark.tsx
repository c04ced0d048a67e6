/** The local Microsoft 365's own mark: a house with two people in it. */
import { tokens } from '@fluentui/react-components';

export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        fill={tokens.colorBrandBackground}
        d="M11 2.6a1.6 1.6 0 0 1 2 0l7.3 5.9c.4.3.7.8.7 1.3V19a2 2 0 0 1-2 2h-5.5L10 23.4V21H5a2 2 0 0 1-2-2V9.8c0-.5.3-1 .7-1.3z"
      />
      <circle cx="8.7" cy="13.5" r="2" fill={tokens.colorNeutralForegroundOnBrand} />
      <circle cx="15.3" cy="13.5" r="2" fill={tokens.colorNeutralForegroundOnBrand} opacity="0.75" />
    </svg>
  );
}
