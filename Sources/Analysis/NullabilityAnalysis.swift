struct NullabilityAnalysis {
  var typed: TypedTree
  init(_ inference: Inference) { typed = inference.typed }
  mutating func run() {}
}
