package extension FindingDescription { static let findings: [FindingDescription] = [] }
