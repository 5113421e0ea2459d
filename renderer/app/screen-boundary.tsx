import { Component, type ReactNode } from "react";

interface ScreenBoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from taking the frame, and with it Save, away. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p role="alert" style={{ padding: 24 }}>
        {this.props.message}
      </p>
    );
  }
}
